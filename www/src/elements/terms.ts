// 目: the words. A picture of the most frequent, and a table of all with their figures, sorted as wished.
import { html, nothing, type TemplateResult } from 'lit';
import { property, state } from 'lit/decorators.js';
import type { Report, TermView } from '../engine/report.js';
import { type Bar, termBars } from '../charts/term-bars.js';
import type { Palette } from '../charts/types.js';
import { same, selectSpans, selectTerm, type Selection } from '../model/selection.js';
import type { ChartClick } from './chart.js';
import { panelStyles } from './panel-styles.js';
import { theme } from './theme.js';
import { GangmuView } from './view.js';

type Kind = 'content' | 'phrase' | 'filler' | 'stop';
type Column = 'text' | 'count' | 'perTenThousand' | 'range' | 'dispersion' | 'keyness';

interface Entry {
  kind: Kind;
  index: number;
  text: string;
  count: number;
  perTenThousand: number | null;
  range: number | null;
  dispersion: number | null;
  keyness: number | null;
}

const PAGE = 40;

/**
 * Words and phrases: bars and a table.
 * @fires gangmu-select - a word or phrase was chosen.
 */
export class GangmuTerms extends GangmuView {
  static override styles = [theme, panelStyles];

  /** Rows at first; the rest on request. */
  @property({ type: Number, attribute: 'max-terms' }) maxTerms = PAGE;
  /** Bars in the picture; 0 for none. */
  @property({ type: Number }) bars = 12;
  @state() private kind: Kind = 'content';
  @state() private sort: Column = 'count';
  @state() private descending = true;
  @state() private extra = 0;

  protected override render(): TemplateResult {
    const { report, strings } = this;
    const t = strings.terms;
    if (report === null) return html``;
    if (report.terms.length === 0) return html`<p class="empty">${t.empty}</p>`;
    const entries = this.#entries(report);
    return html`
      ${this.#renderKinds(report)}
      ${entries.length === 0 ? html`<p class="empty">${t.noneOfKind}</p>` : html`${this.#renderBars(entries)}${this.#renderTable(entries)}`}
    `;
  }

  #renderKinds(report: Report): TemplateResult | typeof nothing {
    const t = this.strings.terms;
    const kinds: Kind[] = ['content'];
    if (report.phrases.length > 0) kinds.push('phrase');
    for (const kind of ['filler', 'stop'] as const) {
      if (report.terms.some((term) => term.class === kind)) kinds.push(kind);
    }
    if (kinds.length < 2) return nothing;
    return html`<div class="choices" role="group" aria-label=${t.kinds}>
      ${kinds.map((kind) => html`<button aria-pressed=${kind === this.kind} @click=${() => this.#show(kind)}>${t.kind[kind]}</button>`)}
    </div>`;
  }

  #renderBars(entries: Entry[]): TemplateResult | typeof nothing {
    if (this.bars === 0) return nothing;
    const t = this.strings.terms;
    const top = [...entries].sort((a, b) => b.count - a.count).slice(0, this.bars);
    const bars: Bar[] = top.map((entry, key) => ({ name: entry.text, value: entry.count, key, selected: this.#isSelected(entry) }));
    return html`<gangmu-chart
      .option=${(palette: Palette) => termBars(bars, palette)}
      .label=${t.barsLabel(top.length)}
      .height=${top.length * 29 + 8}
      @gangmu-chart-click=${(event: CustomEvent<ChartClick>) => {
        const entry = top[event.detail.key >= 0 ? event.detail.key : event.detail.row];
        if (entry) this.#choose(entry);
      }}
    ></gangmu-chart>
    <p class="caption">${t.caption(this.report?.text.tokens ?? 0, this.report?.text.types ?? 0)}</p>`;
  }

  #renderTable(entries: Entry[]): TemplateResult {
    const t = this.strings.terms;
    const columns = this.#columns(entries);
    const sorted = this.#sorted(entries);
    const limit = this.maxTerms + this.extra;
    return html`<div class="scroll-x"><table>
        <caption class="visually-hidden">${t.table}</caption>
        <thead><tr>${columns.map((column) => this.#renderHead(column))}</tr></thead>
        <tbody>${sorted.slice(0, limit).map((entry) => this.#renderRow(entry, columns))}</tbody>
      </table></div>
      ${sorted.length > limit ? html`<button class="more" @click=${() => (this.extra += 100)}>${t.more(sorted.length - limit)}</button>` : nothing}`;
  }

  #renderHead(column: Column): TemplateResult {
    const t = this.strings.terms;
    const active = this.sort === column;
    return html`<th scope="col" aria-sort=${active ? (this.descending ? 'descending' : 'ascending') : nothing}>
      <button title=${t.hint[column]} @click=${() => this.#sortBy(column)}>${t.column[column]}</button>
    </th>`;
  }

  #renderRow(entry: Entry, columns: Column[]): TemplateResult {
    const on = this.#isSelected(entry);
    return html`<tr class="pick ${on ? 'on' : ''}" @click=${() => this.#choose(entry)}>
      ${columns.map((column) =>
        column === 'text'
          ? html`<td><button class="word" lang="zh" aria-pressed=${on}>${entry.text}</button></td>`
          : html`<td>${this.#figure(entry, column)}</td>`,
      )}
    </tr>`;
  }

  #figure(entry: Entry, column: Exclude<Column, 'text'>): string {
    const value = entry[column];
    if (value === null) return '–';
    const digits = column === 'dispersion' ? 2 : column === 'perTenThousand' || column === 'keyness' ? 1 : 0;
    return value.toLocaleString(this.language, { minimumFractionDigits: digits, maximumFractionDigits: digits });
  }

  #entries(report: Report): Entry[] {
    if (this.kind === 'phrase') {
      return report.phrases.map((phrase, index) => ({
        kind: 'phrase', index, text: phrase.text, count: phrase.count,
        perTenThousand: null, range: null, dispersion: null, keyness: null,
      }));
    }
    return report.terms.flatMap((term: TermView, index) =>
      term.class === this.kind
        ? [{
            kind: this.kind, index, text: term.text, count: term.count, perTenThousand: term.perTenThousand,
            range: term.range > 0 ? term.range : null, dispersion: term.dispersion, keyness: term.keyness?.g2 ?? null,
          }]
        : [],
    );
  }

  /** Columns without a single figure are left out. */
  #columns(entries: Entry[]): Column[] {
    const all: Column[] = ['text', 'count', 'perTenThousand', 'range', 'dispersion', 'keyness'];
    return all.filter((column) => column === 'text' || entries.some((entry) => entry[column] !== null));
  }

  #sorted(entries: Entry[]): Entry[] {
    const { sort, descending } = this;
    const sign = descending ? -1 : 1;
    return [...entries].sort((a, b) => {
      if (sort === 'text') return sign * a.text.localeCompare(b.text, 'zh');
      return sign * ((a[sort] ?? -Infinity) - (b[sort] ?? -Infinity)) || a.index - b.index;
    });
  }

  #sortBy(column: Column): void {
    this.descending = this.sort === column ? !this.descending : column !== 'text';
    this.sort = column;
  }

  #show(kind: Kind): void {
    this.kind = kind;
    this.extra = 0;
    this.sort = 'count';
    this.descending = true;
  }

  #selectionOf(entry: Entry): Selection | null {
    const reading = this.reading;
    if (reading === null) return null;
    if (entry.kind !== 'phrase') return selectTerm(reading, entry.index);
    return selectSpans('phrase', entry.index, entry.text, reading.report.phrases[entry.index]?.spans ?? []);
  }

  #isSelected(entry: Entry): boolean {
    const { selection } = this;
    return selection !== null && selection.kind === (entry.kind === 'phrase' ? 'phrase' : 'term') && selection.index === entry.index;
  }

  #choose(entry: Entry): void {
    const chosen = this.#selectionOf(entry);
    this.select(same(chosen, this.selection) ? null : chosen);
  }
}
