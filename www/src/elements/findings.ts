// 问题: what the drafter may want to mend, each with its place and the rule it rests on.
import { css, html, nothing, type TemplateResult } from 'lit';
import { state } from 'lit/decorators.js';
import type { FindingView } from '../engine/report.js';
import { line } from '../model/reading.js';
import { selectSpans } from '../model/selection.js';
import { panelStyles } from './panel-styles.js';
import { theme } from './theme.js';
import { GangmuView } from './view.js';

const PAGE = 50;

/**
 * Findings.
 * @fires gangmu-select - the place of one.
 */
export class GangmuFindings extends GangmuView {
  static override styles = [
    theme,
    panelStyles,
    css`
      li {
        border-bottom: 1px solid var(--hair);
        padding: 10px 0;
        display: grid;
        grid-template-columns: minmax(0, 1fr) auto;
        gap: 0 12px;
      }
      li.on {
        background: var(--tint);
        margin-inline: -8px;
        padding-inline: 8px;
      }
      .severity {
        font-size: 12.5px;
        margin-inline-end: 0.6em;
      }
      .error,
      .warning {
        color: var(--accent);
      }
      .note {
        color: var(--soft);
      }
      blockquote {
        margin: 2px 0 0;
        color: var(--soft);
        font-size: 13px;
        overflow-wrap: anywhere;
        unicode-bidi: isolate;
      }
      .rule {
        color: var(--soft);
        font-size: 12px;
      }
      .ignore {
        color: var(--soft);
        font-size: 12.5px;
        align-self: start;
        min-height: 26px;
      }
      .ignore:hover {
        color: var(--accent);
      }
      .clean {
        color: var(--good);
      }
    `,
  ];

  @state() private ignored = new Set<string>();
  @state() private shown = PAGE;

  protected override render(): TemplateResult {
    const t = this.strings.findings;
    const { report } = this;
    if (report === null) return html``;
    const open = report.findings.map((finding, i): [FindingView, number] => [finding, i]).filter(([f]) => !this.ignored.has(key(f)));
    const hidden = report.findings.length - open.length;
    return html`
      ${open.length === 0 ? html`<p class="empty clean">${t.clean}</p>` : html`<ul>${open.slice(0, this.shown).map(([f, i]) => this.#renderFinding(f, i))}</ul>`}
      ${open.length > this.shown ? html`<button class="more" @click=${() => (this.shown += 200)}>${this.strings.terms.more(open.length - this.shown)}</button>` : nothing}
      ${hidden > 0 ? html`<button class="more" @click=${() => (this.ignored = new Set())}>${t.restore(hidden)}</button>` : nothing}
    `;
  }

  #renderFinding(finding: FindingView, index: number): TemplateResult {
    const t = this.strings.findings;
    const message = this.language.startsWith('zh') ? finding.message.zh : finding.message.en;
    const reading = this.reading;
    return html`<li class=${this.selection?.kind === 'finding' && this.selection.index === index ? 'on' : ''}>
      <button @click=${() => this.select(selectSpans('finding', index, message, [finding.span]))}>
        <span class="severity ${finding.severity}">${t.severity[finding.severity]}</span><span>${message}</span>
        ${reading ? html`<blockquote lang="zh">${line(reading, finding.span, 60)}</blockquote>` : nothing}
        ${finding.rule ? html`<div class="rule">${t.rule}${finding.rule}</div>` : nothing}
      </button>
      <button class="ignore" aria-label=${`${t.ignore} ${message}`} @click=${() => (this.ignored = new Set([...this.ignored, key(finding)]))}>${t.ignore}</button>
    </li>`;
  }
}

function key(finding: FindingView): string {
  return `${finding.code} ${finding.span[0]} ${finding.span[1]}`;
}
