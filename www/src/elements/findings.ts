// 问题: what the drafter may want to mend, each with its place and the rule it rests on.
import { html, nothing, type TemplateResult } from 'lit';
import { state } from 'lit/decorators.js';
import type { FindingView } from '../engine/report.js';
import { fileStem } from '../model/file-name.js';
import { ignoredChanges, isIgnored, setIgnored } from '../model/ignored.js';
import { line, type Reading, words } from '../model/reading.js';
import { selectSpans } from '../model/selection.js';
import type { DataTable } from '../model/table.js';
import { findingsStyles } from './findings-styles.js';
import { GangmuListView } from './list-view.js';
import { panelStyles } from './panel-styles.js';
import { theme } from './theme.js';

const FIRST = 50;

/**
 * Findings.
 * @fires gangmu-select - the place of one.
 */
export class GangmuFindings extends GangmuListView {
  static override styles = [theme, panelStyles, findingsStyles];

  /** The one waved off last, for as long as it can be taken back at once. */
  @state() private last: FindingView | null = null;
  readonly #changed = () => this.requestUpdate();

  override connectedCallback(): void {
    super.connectedCallback();
    ignoredChanges.addEventListener('change', this.#changed);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    ignoredChanges.removeEventListener('change', this.#changed);
  }

  protected override render(): TemplateResult {
    const { reading, language, last } = this;
    const t = this.strings.findings;
    if (reading === null) return html``;
    const all = reading.report.findings.map((finding, index) => ({ finding, index }));
    const open = all.filter(({ finding }) => !isIgnored(reading, finding));
    const away = all.filter(({ finding }) => isIgnored(reading, finding));
    const needed = open.findIndex(({ finding, index }) => this.on('finding', index, [finding.span]) !== '');
    const undo = last !== null && away.some(({ finding }) => finding === last) ? last : null;
    return html`<gangmu-figure .heading=${t.heading(open.length)} .language=${language} .stem=${fileStem(reading)}
      .table=${all.length === 0 ? null : () => this.#table(reading)} @gangmu-row=${(event: CustomEvent<number>) => this.#choose(event.detail)}>
      ${undo ? html`<p class="undo" role="status"><span>${t.ignored}</span><button @click=${() => setIgnored(reading, undo, false)}>${t.undo}</button></p>` : nothing}
      ${open.length === 0
        ? html`<p class="empty clean">${away.length === 0 ? t.clean : t.cleanBut}</p>`
        : html`<ul>${this.cut(open, FIRST, needed).map(({ finding, index }) => this.#renderFinding(reading, finding, index))}</ul>${this.renderMore(open.length, FIRST, needed)}`}
      ${away.length === 0 ? nothing : html`<details class="away"><summary>${t.away(away.length)}</summary>
        <ul>${away.map(({ finding }) => html`<li class="row"><span>${this.#message(finding)}</span>
          <button class="quiet" aria-label=${`${t.restore} ${this.#message(finding)}`} @click=${() => setIgnored(reading, finding, false)}>${t.restore}</button></li>`)}</ul></details>`}
    </gangmu-figure>`;
  }

  #renderFinding(reading: Reading, finding: FindingView, index: number): TemplateResult {
    const t = this.strings.findings;
    const message = this.#message(finding);
    const quoted = line(reading, finding.span, 60);
    return html`<li class=${this.on('finding', index, [finding.span])}>
      <div class="row">
        <button class="jump" @click=${() => this.#choose(index)}>
          <span class="severity ${finding.severity}">${t.severity[finding.severity]}</span><span class="message">${message}</span>
          ${quoted === '' ? nothing : html`<blockquote lang="zh">${quoted}</blockquote>`}
        </button>
        <button class="quiet" aria-label=${`${t.ignore} ${message}`} @click=${() => this.#ignore(reading, finding)}>${t.ignore}</button>
      </div>
      <details><summary>${t.explain}</summary><p>${t.explanation[finding.severity]}</p>${finding.rule === '' ? nothing : html`<p>${t.rule}${this.#rule(finding)}</p>`}</details>
    </li>`;
  }

  #message({ message }: FindingView): string {
    return this.language === 'zh' ? message.zh : message.en;
  }

  #rule({ rule, ruleEn }: FindingView): string {
    return this.language === 'zh' ? rule : ruleEn;
  }

  #ignore(reading: Reading, finding: FindingView): void {
    this.last = finding;
    setIgnored(reading, finding, true);
  }

  #choose(index: number): void {
    const finding = this.report?.findings[index];
    if (finding) this.select(selectSpans('finding', index, this.#message(finding), [finding.span]));
  }

  #table(reading: Reading): DataTable {
    const t = this.strings.findings;
    return {
      title: t.title,
      columns: [
        { key: 'severity', label: t.column.severity },
        { key: 'message', label: t.column.message },
        { key: 'words', label: t.column.words, document: true },
        { key: 'rule', label: t.column.rule },
        { key: 'code', label: t.column.code },
        { key: 'ignored', label: t.column.ignored },
      ],
      rows: reading.report.findings.map((finding, key) => ({
        key,
        cells: [t.severity[finding.severity], this.#message(finding), words(reading, finding.span).slice(0, 200), this.#rule(finding), finding.code, isIgnored(reading, finding) ? t.yes : ''],
      })),
    };
  }
}
