// 目: the words. A picture of the most frequent, a table of all with their figures, and the user's own lists.
import { html, nothing, type TemplateResult } from 'lit';
import { property, state } from 'lit/decorators.js';
import type { ComparisonView, Report } from '../engine/report.js';
import { fileStem } from '../model/file-name.js';
import type { Word } from '../model/frequent.js';
import { same, selectSpans, selectTerm, type Selection } from '../model/selection.js';
import { type Column, columnsOf, dataTable, DIGITS, entriesOf, type Entry, hasMore, type Kind, kindsOf, sortEntries } from '../model/terms-table.js';
import { Answered } from './answer.js';
import { fieldStyles } from './field-styles.js';
import { panelStyles } from './panel-styles.js';
import { termsStyles } from './terms-styles.js';
import { theme } from './theme.js';
import { GangmuView } from './view.js';
import { written } from '../model/number.js';

const PAGE = 40;
/** Words of the cloud. */
const CLOUD = 60;
const FACETS = ['', 'cloud', 'words'] as const;
const TABLES = { phrase: 'phrases', set: 'setPhrases', content: 'terms', filler: 'terms', stop: 'terms' } as const;

/**
 * Words and phrases: bars and a table.
 * @fires gangmu-select - a word or phrase was chosen.
 */
export class GangmuTerms extends GangmuView {
  static override styles = [theme, panelStyles, fieldStyles, termsStyles];

  /** Rows at first; the rest on request. */
  @property({ type: Number, attribute: 'max-terms' }) maxTerms = PAGE;
  /** Bars in the picture; 0 for none. */
  @property({ type: Number }) bars = 12;
  @state() private kind: Kind = 'content';
  @state() private sort: Column = 'count';
  @state() private descending = true;
  @state() private all = false;
  @state() private filter = '';
  @state() private extra = 0;
  /** Name of the open text that words are compared with; empty for the genre. */
  @state() private against = '';
  readonly #compared = new Answered<ComparisonView[]>(this);

  protected override willUpdate(): void {
    const { ask } = this;
    const other = this.others.find(({ name }) => name === this.against)?.text;
    // All words: every row of the table needs its figure.
    this.#compared.update([ask, other], ask === null || other === undefined ? null : () => ask('compare', { other, most: 100_000 }));
  }

  protected override render(): TemplateResult {
    const { report, strings } = this;
    const t = strings.terms;
    if (report === null) return html``;
    if (report.terms.length === 0) return html`<p class="empty">${t.empty}</p>`;
    const { text, tokens, selection, language, words, setWords } = this;
    return html`${this.#renderFacets()}${this.facet === 'words' && setWords !== null
      ? html`<gangmu-words .report=${report} .text=${text} .tokens=${tokens} .selection=${selection} .language=${language} .words=${words} .options=${this.options} .setWords=${setWords}></gangmu-words>`
      : this.#renderList(report)}`;
  }

  #renderFacets(): TemplateResult | typeof nothing {
    const t = this.strings.terms;
    // A small widget without pictures has the table only.
    if (this.setWords === null && this.bars === 0) return nothing;
    const facets = FACETS.filter((facet) => facet !== 'words' || this.setWords !== null);
    const open = FACETS.find((facet) => facet === this.facet) ?? '';
    return html`<div class="choices" role="group" aria-label=${t.facets}>
      ${facets.map((facet) => html`<button aria-pressed=${facet === open} @click=${() => this.showFacet(facet)}>${t.facet[facet || 'list']}</button>`)}
    </div>`;
  }

  #renderList(report: Report): TemplateResult {
    const kinds = kindsOf(report);
    const kind = kinds.includes(this.kind) ? this.kind : 'content';
    const entries = entriesOf(report, kind, this.#compared.value);
    const t = this.strings.terms;
    return html`
      ${kinds.length < 2
        ? nothing
        : html`<div class="choices" role="group" aria-label=${t.kinds}>
            ${kinds.map((k) => html`<button aria-pressed=${k === kind} @click=${() => this.#show(k)}>${t.kind[k]}</button>`)}
          </div>`}
      ${entries.length === 0 ? html`<p class="empty">${t.noneOfKind}</p>` : this.facet === 'cloud' ? this.#renderCloud(entries) : html`${this.#renderBars(entries)}${this.#renderTable(entries, kind)}`}
    `;
  }

  #renderBars(entries: Entry[]): TemplateResult | typeof nothing {
    if (this.bars === 0) return nothing;
    const { report, text, tokens, selection, language } = this;
    return html`<gangmu-bars .report=${report} .text=${text} .tokens=${tokens} .selection=${selection} .language=${language} .entries=${frequent(entries, this.bars)} .most=${this.bars}></gangmu-bars>
      <p class="caption">${this.strings.terms.caption(report?.text.tokens ?? 0, report?.text.types ?? 0)}</p>`;
  }

  #renderCloud(entries: Entry[]): TemplateResult {
    const { report, text, tokens, selection, language } = this;
    return html`<gangmu-cloud .report=${report} .text=${text} .tokens=${tokens} .selection=${selection} .language=${language} .entries=${frequent(entries, CLOUD)}></gangmu-cloud>`;
  }

  #renderTable(entries: Entry[], kind: Kind): TemplateResult {
    const t = this.strings.terms;
    const columns = columnsOf(entries, kind, this.all);
    const matching = this.filter === '' ? entries : entries.filter(({ text }) => text.includes(this.filter));
    const sorted = sortEntries(matching, this.sort, this.descending);
    const limit = this.maxTerms + this.extra;
    return html`${this.#renderFields(sorted, columns, kind)}
      ${sorted.length === 0 ? html`<p class="empty">${t.noMatch(this.filter)}</p>` : nothing}
      <div class="scroll-x" tabindex=${this.all ? 0 : nothing} role=${this.all ? 'region' : nothing} aria-label=${this.all ? t.table : nothing}><table>
        <caption class="visually-hidden">${t.table}</caption>
        <thead><tr>${columns.map((column) => this.#renderHead(column))}</tr></thead>
        <tbody>${sorted.slice(0, limit).map((entry) => this.#renderRow(entry, columns))}</tbody>
      </table></div>
      ${sorted.length > limit ? html`<button class="more" @click=${() => (this.extra += 100)}>${t.more(sorted.length - limit)}</button>` : nothing}`;
  }

  #renderFields(sorted: Entry[], columns: Column[], kind: Kind): TemplateResult {
    const t = this.strings.terms;
    const { reading, ask, others, language } = this;
    const comparable = ask !== null && others.length > 0 && kind !== 'phrase' && kind !== 'set';
    const file = ask === null ? null : (format: 'csv' | 'json') => ask('table', { table: TABLES[kind], format, language, ...this.#other() });
    return html`<div class="fields">
      <input type="search" lang="zh" aria-label=${t.filter} placeholder=${t.filter} spellcheck="false" .value=${this.filter} @input=${(event: InputEvent) => (this.filter = (event.target as HTMLInputElement).value.trim())} />
      ${comparable
        ? html`<label>${t.against} <select @change=${(event: Event) => (this.against = (event.target as HTMLSelectElement).value)}>
            <option value="">${t.genre}</option>
            ${others.map(({ name }) => html`<option value=${name} ?selected=${name === this.against}>${name}</option>`)}
          </select></label>`
        : nothing}
      ${hasMore(kind) ? html`<button class="figures" aria-pressed=${this.all} @click=${() => (this.all = !this.all)}>${this.all ? t.fewer : t.all}</button>` : nothing}
      ${reading === null
        ? nothing
        : html`<gangmu-export-menu .table=${() => dataTable(TABLES[kind] === 'terms' ? t.table : t.kind[kind], sorted, columns, t.column)} .csv=${file && (() => file('csv'))} .json=${file && (() => file('json'))} .stem=${fileStem(reading)} .language=${language}></gangmu-export-menu>`}
    </div>`;
  }

  #other(): { other?: string } {
    const other = this.others.find(({ name }) => name === this.against)?.text;
    return other === undefined ? {} : { other };
  }

  #renderHead(column: Column): TemplateResult {
    const t = this.strings.terms;
    const active = this.sort === column;
    return html`<th scope="col" class=${DIGITS[column] === undefined ? 'words' : ''} aria-sort=${active ? (this.descending ? 'descending' : 'ascending') : nothing}>
      <button title=${t.hint[column]} @click=${() => this.#sortBy(column)}>${t.column[column]}</button>
    </th>`;
  }

  #renderRow(entry: Entry, columns: Column[]): TemplateResult {
    const on = this.#isSelected(entry);
    return html`<tr class="pick ${on ? 'on' : ''}" @click=${() => this.#choose(entry)}>
      ${columns.map((column) =>
        column === 'text'
          ? html`<td lang="zh"><button class="word" aria-current=${on ? 'true' : nothing}>${entry.text}</button></td>`
          : html`<td class=${DIGITS[column] === undefined ? 'words' : ''} lang=${column === 'members' ? 'zh' : nothing}>${this.#shown(entry, column)}</td>`,
      )}
    </tr>`;
  }

  #shown(entry: Entry, column: Column): string {
    const figure = entry.figures[column] ?? null;
    if (figure === null) return '–';
    if (typeof figure === 'string') return figure;
    const digits = DIGITS[column] ?? 0;
    if (column === 'p' && figure < 0.0001) return '<0.0001';
    return written(figure, digits);
  }

  #sortBy(column: Column): void {
    this.descending = this.sort === column ? !this.descending : DIGITS[column] !== undefined && column !== 'p';
    this.sort = column;
  }

  #show(kind: Kind): void {
    this.kind = kind;
    this.extra = 0;
    this.sort = 'count';
    this.descending = true;
  }

  #selectionOf({ kind, index, text }: Entry): Selection | null {
    const reading = this.reading;
    if (reading === null) return null;
    if (kind === 'phrase') return selectSpans('phrase', index, text, reading.report.phrases[index]?.spans ?? []);
    if (kind === 'set') return selectSpans('set-phrase', index, text, reading.report.setPhrases[index]?.spans ?? []);
    return selectTerm(reading, index);
  }

  #isSelected({ kind, index }: Entry): boolean {
    const { selection } = this;
    const sought = kind === 'phrase' ? 'phrase' : kind === 'set' ? 'set-phrase' : 'term';
    return selection !== null && selection.kind === sought && selection.index === index;
  }

  #choose(entry: Entry): void {
    const chosen = this.#selectionOf(entry);
    this.select(same(chosen, this.selection) ? null : chosen);
  }
}

/** The most frequent entries, for pictures. */
function frequent(entries: readonly Entry[], most: number): Word[] {
  const kinds = { phrase: 'phrase', set: 'set-phrase', content: 'term', filler: 'term', stop: 'term' } as const;
  return [...entries].sort((a, b) => b.count - a.count || a.index - b.index).slice(0, most).map(({ kind, index, text, count }) => ({ kind: kinds[kind], index, text, count }));
}
