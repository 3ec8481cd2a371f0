// What the page has to say above the text: errors, each with its code, what was closed, and how far work has come.
import { html, nothing, type TemplateResult } from 'lit';
import { styleMap } from 'lit/directives/style-map.js';
import type { ErrorCode } from '../engine/error.js';
import type { Strings } from '../i18n/index.js';
import type { OpenDocument } from './document.js';
import type { FileError } from './intake.js';

/** A button of a notice. */
export interface Choice {
  label: string;
  act: () => void;
}

type Rendered = TemplateResult | typeof nothing;

function notice(role: 'alert' | 'status', code: string, what: unknown, choices: Choice[]): TemplateResult {
  return html`<div class="notice" role=${role} data-code=${code}>
    <span>${what}</span>
    <span class="actions">${choices.map(({ label, act }) => html`<button @click=${act}>${label}</button>`)}</span>
  </div>`;
}

/** Files that did not open, all of them, each with its reason. */
export function fileNotices(strings: Strings, errors: readonly FileError[], dismiss: () => void): Rendered[] {
  return errors.map(({ name, error }, i) =>
    notice('alert', error.code, html`<b lang="zh">${name}</b> ${strings.errors[error.code]}`, i === 0 ? [{ label: strings.page.dismiss, act: dismiss }] : []),
  );
}

/** Something that failed, with what can be done. */
export function errorNotice(strings: Strings, code: ErrorCode, choices: Choice[]): TemplateResult {
  return notice('alert', code, strings.errors[code] ?? strings.errors.unknown, choices);
}

/** A file without a word in it. */
export function emptyNotice(strings: Strings): TemplateResult {
  return notice('alert', 'empty-text', strings.page.emptyText, []);
}

/** Something that can still be undone, or confirmed. */
export function choiceNotice(code: string, what: unknown, choices: Choice[]): TemplateResult {
  return notice('status', code, what, choices);
}

/** How far reading has come, and how to end it. */
export function progressLine(strings: Strings, { progress, stage, report }: OpenDocument, stop: () => void): Rendered {
  const t = strings.page;
  const arrived = progress !== null && progress.total !== undefined && progress.loaded >= progress.total;
  const share = progress?.total ? progress.loaded / progress.total : 0;
  const working = progress === null || arrived;
  const what = working ? (stage === 'outlined' ? t.counting : t.reading) : t.loading[progress.part];
  return html`<div class="progress ${report === null ? '' : 'again'} ${working ? 'working' : ''}" role="status" style=${styleMap({ '--done': share.toFixed(3) })}>
    <span>${what}${working ? nothing : html` ${t.bytes(progress.loaded, progress.total)}`}</span>
    <button @click=${stop}>${t.cancel}</button>
  </div>`;
}
