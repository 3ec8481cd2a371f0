// What stands below the room: the line that says where the text stays and counts requests; on a phone, the three columns.
import { html, nothing, type TemplateResult } from 'lit';
import type { Language, Strings } from '../i18n/index.js';
import type { Pane } from './fragment.js';
import type { NetworkCount } from './network.js';

/** What the line tells of. */
export interface Standing {
  language: Language;
  /** Whether texts are kept on this device. */
  kept: boolean;
  /** The open text, to be embedded elsewhere; null for none. */
  text: string | null;
  network: NetworkCount;
  /** Whether a new version of the page waits. */
  renewed: boolean;
}

/** The line at the foot. */
export function foot(strings: Strings, { language, kept, text, network, renewed }: Standing): TemplateResult {
  const t = strings.page;
  return html`<footer>
    <span>${kept ? t.privacyKept : t.privacy}</span>
    ${text === null ? nothing : html`<gangmu-embed-code .text=${text} .language=${language}></gangmu-embed-code>`}
    ${network.counting ? html`<details class="network"><summary>${t.network(network.count)}</summary><div>${networkProof(strings, network.asked)}</div></details>` : nothing}
    ${renewed ? html`<span class="update" role="status">${t.update}</span>` : nothing}
  </footer>`;
}

/** One column at a time, where there is no room for three. */
export function compass({ page: t }: Strings, open: Pane, choose: (pane: Pane) => void): TemplateResult {
  const panes: [Pane, string, string][] = [['gang', t.outline, t.outlineLong], ['wen', t.text, t.textLong], ['mu', t.figures, t.figuresLong]];
  return html`<nav class="compass" aria-label=${t.name}>
    ${panes.map(([pane, name, long]) => html`<button lang="zh" aria-label=${long} aria-pressed=${open === pane} @click=${() => choose(pane)}>${name}</button>`)}
  </nav>`;
}

/** How to verify the count of requests, and what was asked for, if anything was. */
export function networkProof({ page }: Strings, asked: readonly string[]): TemplateResult {
  return html`<p>${page.networkHow}</p>
    ${asked.length === 0 ? nothing : html`<ul>${asked.map((address) => html`<li>${address}</li>`)}</ul>`}`;
}
