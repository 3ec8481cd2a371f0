// 搭配: the words that keep a word, an expression or a pattern company, in a window or in the sentence.
import { html, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { property, state } from 'lit/decorators.js';
import type { CollocatesQuery, CollocateView } from '../engine/report.js';
import { fileStem } from '../model/file-name.js';
import { selectTerm } from '../model/selection.js';
import type { DataTable } from '../model/table.js';
import { Answered } from './answer.js';
import { fieldStyles } from './field-styles.js';
import { panelStyles } from './panel-styles.js';
import { soughtFrom } from './sought.js';
import { theme } from './theme.js';
import { GangmuView } from './view.js';
import { written } from '../model/number.js';

type Reach = 'two' | 'five' | 'sentence';
type Figure = 'together' | 'all' | 'g2' | 'logDice';

const WINDOWS: Record<Reach, number | undefined> = { two: 2, five: 5, sentence: undefined };
const FIGURES: readonly Figure[] = ['together', 'all', 'g2', 'logDice'];
const ROWS = 25;

/**
 * Collocates and their network.
 * @fires gangmu-select - the word chosen.
 */
export class GangmuCollocates extends GangmuView {
  static override styles = [theme, panelStyles, fieldStyles];

  /** The word, expression or pattern; null for the selected word, or the most frequent one. */
  @property() query: string | null = null;
  @state() private reach: Reach = 'five';
  @state() private sort: Figure = 'g2';
  @state() private rows = ROWS;
  readonly #found = new Answered<CollocateView[]>(this);
  #typed = false;
  /** The word chosen here: it is marked, the question stays. */
  #chosen = '';

  protected override willUpdate(changed: PropertyValues<this>): void {
    const { selection } = this;
    if (changed.has('selection') && selection !== null && ['term', 'phrase', 'set-phrase'].includes(selection.kind) && selection.label !== this.#chosen) {
      this.query = selection.label;
      this.rows = ROWS;
    }
    const { ask, reach } = this;
    const query = this.#query;
    this.#found.update([ask, query, reach], ask === null || query === '' ? null : () => ask('collocates', { query: this.#question() }), this.#typed);
    this.#typed = false;
  }

  protected override render(): TemplateResult {
    const t = this.strings.collocates;
    const { report, text, tokens, selection, language, ask } = this;
    if (report === null) return html``;
    if (ask === null) return html`<p class="empty">${this.strings.concordance.noAnalyzer}</p>`;
    const word = report.terms.some((term) => term.text === this.#query) ? this.#query : '';
    return html`
      <div class="fields" role="search">
        <input type="search" lang="zh" aria-label=${t.query} placeholder=${t.query} spellcheck="false" autocomplete="off" .value=${this.#query} @input=${this.#onInput} />
        <div class="choices" role="group" aria-label=${t.reaches}>
          ${(Object.keys(WINDOWS) as Reach[]).map((reach) => html`<button aria-pressed=${reach === this.reach} @click=${() => (this.reach = reach)}>${t.reach[reach]}</button>`)}
        </div>
      </div>
      ${this.#renderFound()}
      <gangmu-network .report=${report} .text=${text} .tokens=${tokens} .selection=${selection} .language=${language} .ask=${ask} .word=${word}></gangmu-network>
    `;
  }

  #renderFound(): TemplateResult | typeof nothing {
    const t = this.strings.collocates;
    const { value, error } = this.#found;
    const query = this.#query;
    if (error !== null) return html`<p class="problem" role="alert" data-code=${error.code}>${this.strings.errors[error.code] ?? this.strings.errors.unknown}</p>`;
    if (value === null || this.reading === null) return nothing;
    const found = [...value].sort((a, b) => b[this.sort] - a[this.sort]);
    return html`<gangmu-figure list .heading=${t.heading(query)} .note=${found.length > 0 ? t.caption : ''} .language=${this.language} .stem=${fileStem(this.reading)}
        .table=${found.length > 0 ? () => this.#table(found) : null} .csv=${() => this.#file('csv')} .json=${() => this.#file('json')}>
      ${found.length === 0
        ? html`<p class="empty" role="status">${t.empty(query)}</p>`
        : html`<div class="scroll-x" tabindex="0" role="region" aria-label=${t.heading(query)}><table>
              <caption class="visually-hidden">${t.heading(query)}</caption>
              <thead><tr><th scope="col">${t.column.text}</th>${FIGURES.map((figure) => this.#renderHead(figure))}</tr></thead>
              <tbody>${found.slice(0, this.rows).map((row) => this.#renderRow(row))}</tbody>
            </table></div>
            ${found.length > this.rows ? html`<button class="more" @click=${() => (this.rows += 100)}>${this.strings.terms.more(found.length - this.rows)}</button>` : nothing}`}
    </gangmu-figure>`;
  }

  #renderHead(figure: Figure): TemplateResult {
    const t = this.strings.collocates;
    return html`<th scope="col" aria-sort=${this.sort === figure ? 'descending' : nothing}><button title=${t.hint[figure]} @click=${() => (this.sort = figure)}>${t.column[figure]}</button></th>`;
  }

  #renderRow(row: CollocateView): TemplateResult {
    const on = this.selection?.kind === 'term' && this.selection.label === row.text;
    const shown = (figure: Figure, digits: number) => written(row[figure], digits);
    return html`<tr class="pick ${on ? 'on' : ''}" @click=${() => this.#choose(row.text)}>
      <td lang="zh"><button class="word">${row.text}</button></td><td>${shown('together', 0)}</td><td>${shown('all', 0)}</td><td>${shown('g2', 1)}</td><td>${shown('logDice', 2)}</td>
    </tr>`;
  }

  #choose(text: string): void {
    const { reading } = this;
    this.query = this.#query;
    this.#chosen = text;
    if (reading !== null) this.select(selectTerm(reading, reading.report.terms.findIndex((term) => term.text === text)));
  }

  get #query(): string {
    return this.query ?? soughtFrom(this.report, this.selection);
  }

  #question(): CollocatesQuery {
    const window = WINDOWS[this.reach];
    return { query: this.#query, most: 200, ...(window !== undefined && { window }) };
  }

  #file(format: 'csv' | 'json'): Promise<string> {
    return this.ask?.('table', { table: 'collocates', format, language: this.language, collocates: this.#question() }) ?? Promise.reject(new Error('no analyzer'));
  }

  #table(found: readonly CollocateView[]): DataTable {
    const t = this.strings.collocates;
    return {
      title: t.heading(this.#query),
      columns: [
        { key: 'text', label: t.column.text, document: true },
        { key: 'together', label: t.column.together, digits: 0 },
        { key: 'all', label: t.column.all, digits: 0 },
        { key: 'g2', label: t.column.g2, digits: 1 },
        { key: 'logDice', label: t.column.logDice, digits: 2 },
      ],
      rows: found.map((row, key) => ({ key, cells: [row.text, row.together, row.all, row.g2, row.logDice] })),
    };
  }

  #onInput(event: InputEvent): void {
    this.query = (event.target as HTMLInputElement).value.trim();
    this.rows = ROWS;
    this.#typed = true;
  }
}
