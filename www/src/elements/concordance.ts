// 上下文: every place of a word, an expression or a pattern with what stands around it (KWIC).
import { css, html, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { property, state } from 'lit/decorators.js';
import type { ConcordanceLine, ConcordanceQuery, ConcordanceView, QueryKind, SortBy, Units } from '../engine/report.js';
import { fileStem } from '../model/file-name.js';
import { lastAtOrBefore } from '../model/reading.js';
import { selectSpans } from '../model/selection.js';
import type { DataTable } from '../model/table.js';
import { Answered } from './answer.js';
import { fieldStyles } from './field-styles.js';
import { panelStyles } from './panel-styles.js';
import { soughtFrom } from './sought.js';
import { theme } from './theme.js';
import { GangmuView } from './view.js';

/** Lines shown at first, asked for at the most, characters to either side. */
const ROWS = 60;
const MOST = 2000;
const WIDTH = 40;

/**
 * Key word in context.
 * @fires gangmu-select - the places found, at the line chosen.
 */
export class GangmuConcordance extends GangmuView {
  static override styles = [
    theme,
    panelStyles,
    fieldStyles,
    css`
      table {
        table-layout: fixed;
        min-width: 300px;
      }
      td {
        white-space: nowrap;
        padding-inline: 0;
      }
      .side {
        display: flex;
        overflow: hidden;
        color: var(--soft);
      }
      .left {
        justify-content: flex-end;
      }
      col.hit {
        width: var(--hit);
      }
      td.hit {
        text-align: center;
      }
      td.hit button {
        color: var(--accent);
        max-width: 100%;
        overflow: hidden;
        text-overflow: ellipsis;
        padding: 0 4px;
      }
      .detail {
        color: var(--soft);
        font-size: 12.5px;
      }
    `,
  ];

  /** What is sought; null for the selected word, or the most frequent one. */
  @property() query: string | null = null;
  /** How it is meant. */
  @property() kind: QueryKind = 'words';
  /** Order of the lines. */
  @property() sort: SortBy = 'position';
  @state() private rows = ROWS;
  readonly #found = new Answered<ConcordanceView>(this);
  #typed = false;

  protected override willUpdate(changed: PropertyValues<this>): void {
    // What is pointed at elsewhere is looked up here.
    const { selection } = this;
    if (changed.has('selection') && selection !== null && ['term', 'phrase', 'set-phrase'].includes(selection.kind)) {
      this.query = selection.label;
      this.kind = 'words';
      this.rows = ROWS;
    }
    const { ask, kind, sort } = this;
    const query = this.#query;
    const asked = ask !== null && query !== '' && this.report !== null;
    this.#found.update([ask, query, kind, sort], asked ? () => ask('concordance', { query: this.#question() }) : null, this.#typed);
    this.#typed = false;
  }

  protected override render(): TemplateResult {
    const t = this.strings.concordance;
    if (this.report === null) return html``;
    if (this.ask === null) return html`<p class="empty">${t.noAnalyzer}</p>`;
    return html`
      <div class="fields" role="search">
        <input type="search" lang="zh" aria-label=${t.query} placeholder=${t.query} spellcheck="false" autocomplete="off" .value=${this.#query} @input=${this.#onInput} />
        ${this.#choices(t.kinds, t.kind, this.kind, (kind) => (this.kind = kind))} ${this.#choices(t.sorts, t.sort, this.sort, (sort) => (this.sort = sort))}
      </div>
      ${this.#renderFound()}
    `;
  }

  #choices<T extends string>(label: string, names: Record<T, string>, chosen: T, choose: (name: T) => void): TemplateResult {
    return html`<div class="choices" role="group" aria-label=${label}>
      ${(Object.keys(names) as T[]).map((name) => html`<button aria-pressed=${name === chosen} @click=${() => choose(name)}>${names[name]}</button>`)}
    </div>`;
  }

  #renderFound(): TemplateResult {
    const t = this.strings.concordance;
    const { value, error } = this.#found;
    const query = this.#query;
    if (error !== null) {
      const known = error.code === 'pattern-invalid' ? t.why(error.message) : '';
      return html`<p class="problem" role="alert" data-code=${error.code}>${this.strings.errors[error.code] ?? this.strings.errors.unknown}${known}</p>`;
    }
    if (query === '') return html`<p class="empty">${t.empty}</p>`;
    if (value === null) return html`<p class="count" role="status">…</p>`;
    if (value.total === 0) return this.#renderNone(query);
    const { lines, total } = value;
    const longest = Math.min(12, Math.max(...lines.slice(0, this.rows).map(({ span }) => span[1] - span[0])));
    return html`
      <p class="count" role="status">${t.found(total, lines.length)}
        <gangmu-export-menu .table=${() => this.#table(lines)} .csv=${() => this.#file('csv')} .json=${() => this.#file('json')} .stem=${this.#stem} .language=${this.language}></gangmu-export-menu>
      </p>
      <div class="scroll-x" tabindex="0" role="region" aria-label=${t.label(query)}>
        <table style="--hit: ${longest + 1.5}em">
          <caption class="visually-hidden">${t.label(query)}</caption>
          <colgroup><col /><col class="hit" /><col /></colgroup>
          <tbody lang="zh">${lines.slice(0, this.rows).map((line) => this.#renderLine(line, lines))}</tbody>
        </table>
      </div>
      ${lines.length > this.rows ? html`<button class="more" @click=${() => (this.rows += 300)}>${this.strings.terms.more(lines.length - this.rows)}</button>` : nothing}
    `;
  }

  /** Perhaps the characters are there, but reach across words. */
  #renderNone(query: string): TemplateResult {
    const t = this.strings.concordance;
    const elsewhere = this.kind === 'words' && this.text.includes(query);
    return html`<p class="empty" role="status">${t.none(query)}${elsewhere ? html`${t.acrossWords} <button class="more" @click=${this.#asCharacters}>${t.asCharacters}</button>` : nothing}</p>`;
  }

  #renderLine(line: ConcordanceLine, lines: readonly ConcordanceLine[]): TemplateResult {
    const { selection } = this;
    const focused = selection?.spans[selection.focus];
    const on = focused !== undefined && focused[0] === line.span[0] && focused[1] === line.span[1];
    return html`<tr class="pick ${on ? 'on' : ''}" @click=${() => this.#choose(line, lines)}>
      <td><div class="side left"><span class="word">${this.#words(line.left)}</span></div></td>
      <td class="hit"><button class="word" aria-current=${on ? 'true' : nothing}>${this.#words(line.span)}</button></td>
      <td><div class="side right"><span class="word">${this.#words(line.right)}</span></div></td>
    </tr>`;
  }

  #words(span: Units): string {
    return this.text.slice(...span).replace(/\s+/g, ' ');
  }

  #choose(line: ConcordanceLine, lines: readonly ConcordanceLine[]): void {
    const spans = lines.map(({ span }) => span).sort((a, b) => a[0] - b[0]);
    const focus = Math.max(0, lastAtOrBefore(spans.map(([start]) => start), line.span[0]));
    this.select(selectSpans('passage', -1, this.#query, spans, focus));
  }

  get #query(): string {
    return this.query ?? soughtFrom(this.report, this.selection);
  }

  #question(): ConcordanceQuery {
    return { query: this.#query, kind: this.kind, sort: this.sort, width: WIDTH, most: MOST };
  }

  #file(format: 'csv' | 'json'): Promise<string> {
    return this.ask?.('table', { table: 'concordance', format, language: this.language, concordance: this.#question() }) ?? Promise.reject(new Error('no analyzer'));
  }

  get #stem(): string {
    return this.reading === null ? '' : fileStem(this.reading);
  }

  #table(lines: readonly ConcordanceLine[]): DataTable {
    const t = this.strings.concordance;
    const columns = (['left', 'found', 'right'] as const).map((key) => ({ key, label: t.column[key], document: true }));
    const rows = lines.map((line, key) => ({ key, cells: [this.#words(line.left), this.#words(line.span), this.#words(line.right)] }));
    return { title: t.label(this.#query), columns, rows };
  }

  readonly #asCharacters = (): void => {
    this.query = this.#query.replace(/[\\^$.*+?()[\]{}|]/g, '\\$&');
    this.kind = 'pattern';
  };

  #onInput(event: InputEvent): void {
    this.query = (event.target as HTMLInputElement).value.trim();
    this.rows = ROWS;
    this.#typed = true;
  }
}
