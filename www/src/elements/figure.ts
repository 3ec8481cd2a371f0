// A picture with its heading, its table, its caption and its way out: what every view puts its pictures into.
import { html, LitElement, nothing, type TemplateResult } from 'lit';
import { property, state } from 'lit/decorators.js';
import { type Language, preferredLanguage, STRINGS, type Strings } from '../i18n/index.js';
import { type DataTable, shown } from '../model/table.js';
import { figureStyles } from './figure-styles.js';
import { panelStyles } from './panel-styles.js';
import { theme } from './theme.js';

/** Rows of the table at first. */
const ROWS = 60;

/** What draws a picture. */
interface Picture extends Element {
  toSvg: () => string;
}

/**
 * Shows the picture in its slot, or the same figures as a table.
 * @fires gangmu-row - a row of the table was chosen; `detail` is its key.
 */
export class GangmuFigure extends LitElement {
  static override styles = [theme, panelStyles, figureStyles];

  /** What it is called. */
  @property() heading = '';
  /** What one sees, with units. */
  @property() note = '';
  /** The figures. */
  @property({ attribute: false }) table: (() => DataTable) | null = null;
  /** A CSV made elsewhere; see the export menu. */
  @property({ attribute: false }) csv: (() => string | Promise<string>) | null = null;
  /** JSON made elsewhere. */
  @property({ attribute: false }) json: (() => string | Promise<string>) | null = null;
  /** Name of the document for files. */
  @property() stem = '纲目';
  /** Whether it gains from being seen large. */
  @property({ type: Boolean }) large = false;
  /** What the slot holds is a list of its own, not a picture: nothing to toggle. */
  @property({ type: Boolean }) list = false;
  /** Language of the labels. */
  @property() language: Language = preferredLanguage();

  @state() private asTable = false;
  @state() private wide = false;
  @state() private rows = ROWS;

  private get strings(): Strings['figure'] {
    return STRINGS[this.language].figure;
  }

  protected override render(): TemplateResult {
    const t = this.strings;
    return html`<div role="group" aria-label=${this.heading} @keydown=${this.#onKey}>
      <div class="head">
        <h3>${this.heading}</h3>
        <div class="tools">
          ${this.table === null || this.list ? nothing : html`<button class="toggle" aria-pressed=${this.asTable} @click=${() => (this.asTable = !this.asTable)}>${this.asTable ? t.picture : t.table}</button>`}
          ${this.large ? html`<button class="enlarge" aria-pressed=${this.wide} @click=${() => this.#enlarge(!this.wide)}>${this.wide ? t.restore : t.enlarge}</button>` : nothing}
          ${this.table === null ? nothing : html`<gangmu-export-menu .table=${this.table} .picture=${this.list ? null : () => this.#picture()} .csv=${this.csv} .json=${this.json} .stem=${this.stem} .language=${this.language}></gangmu-export-menu>`}
        </div>
      </div>
      <div class="picture" ?hidden=${this.asTable}><slot></slot></div>
      ${this.asTable && this.table !== null ? this.#renderTable(this.table()) : nothing}
      ${this.note === '' ? nothing : html`<p class="caption">${this.note}</p>`}
    </div>`;
  }

  #renderTable(table: DataTable): TemplateResult {
    const { columns, rows, title } = table;
    return html`<div class="scroll-x" tabindex="0" role="group" aria-label=${title}><table>
        <caption>${title}</caption>
        <thead><tr>${columns.map((column) => html`<th scope="col" class=${column.digits === undefined ? 'words' : ''}>${column.label}</th>`)}</tr></thead>
        <tbody>${rows.slice(0, this.rows).map((row) => html`<tr class="${row.key >= 0 ? 'pick' : ''} ${row.selected === true ? 'on' : ''}" @click=${() => this.#choose(row.key)}>
          ${columns.map((column, i) => this.#renderCell(shown(row.cells[i] ?? null, column), column.document === true, column.digits === undefined, i === 0 && row.key >= 0))}
        </tr>`)}</tbody>
      </table></div>
      ${rows.length > this.rows ? html`<button class="more" @click=${() => (this.rows += 300)}>${STRINGS[this.language].terms.more(rows.length - this.rows)}</button>` : nothing}`;
  }

  #renderCell(text: string, document: boolean, words: boolean, leads: boolean): TemplateResult {
    const lang = document ? 'zh' : nothing;
    return html`<td class=${words ? 'words' : ''}>${leads ? html`<button class="word" lang=${lang}>${text}</button>` : html`<span class="word" lang=${lang}>${text}</span>`}</td>`;
  }

  #choose(key: number): void {
    if (key >= 0) this.dispatchEvent(new CustomEvent<number>('gangmu-row', { detail: key }));
  }

  #picture(): string {
    const drawn = this.renderRoot.querySelector('slot')?.assignedElements({ flatten: true }) ?? [];
    for (const element of drawn) {
      const picture = [element, ...element.querySelectorAll('gangmu-chart, gangmu-drawing')].find((e): e is Picture => 'toSvg' in e);
      const svg = picture?.toSvg() ?? '';
      if (svg !== '') return svg;
    }
    return '';
  }

  /** In the top layer, so that no column around it cuts it off. */
  #enlarge(wide: boolean): void {
    this.wide = wide;
    if (wide) {
      this.popover = 'manual';
      this.showPopover();
    } else {
      this.hidePopover();
      this.popover = null;
    }
  }

  readonly #onKey = (event: KeyboardEvent): void => {
    if (event.key !== 'Escape' || !this.wide) return;
    event.stopPropagation();
    this.#enlarge(false);
  };
}
