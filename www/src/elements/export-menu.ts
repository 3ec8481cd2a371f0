// The one menu by which anything shown leaves the page: as a table, as data, as a picture.
import { css, html, LitElement, nothing, type TemplateResult } from 'lit';
import { property, query, state } from 'lit/decorators.js';
import { type Language, preferredLanguage, STRINGS, type Strings } from '../i18n/index.js';
import { toCsv, toTsv } from '../model/csv.js';
import { save, toPng } from '../model/save.js';
import { type DataTable, toObjects } from '../model/table.js';
import { menuStyles } from './menu-styles.js';
import { theme } from './theme.js';

const SCALES = [1, 2, 4];

interface Item {
  id: string;
  label: string;
  run: () => void | Promise<void>;
}

/** Saves and copies what `table` and `picture` give. */
export class GangmuExportMenu extends LitElement {
  static override styles = [theme, menuStyles, css`:host { display: inline-block; }`];

  /** The figures; asked for when they are wanted. */
  @property({ attribute: false }) table: (() => DataTable) | null = null;
  /** The picture as an SVG file's text; empty while there is none. */
  @property({ attribute: false }) picture: (() => string) | null = null;
  /** A CSV made elsewhere, as by the analyzer, instead of the table's own. */
  @property({ attribute: false }) csv: (() => string | Promise<string>) | null = null;
  /** JSON made elsewhere, likewise. */
  @property({ attribute: false }) json: (() => string | Promise<string>) | null = null;
  /** Name of the document, without extension; see `fileStem`. */
  @property() stem = '纲目';
  /** Language of the labels. */
  @property() language: Language = preferredLanguage();

  @state() private open = false;
  @state() private status = '';
  @query('.trigger') private trigger!: HTMLElement;

  private get strings(): Strings['exports'] {
    return STRINGS[this.language].exports;
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#listen(false);
  }

  protected override render(): TemplateResult {
    const t = this.strings;
    return html`
      <button class="trigger" aria-haspopup="menu" aria-expanded=${this.open} @click=${() => this.#toggle(!this.open)} @keydown=${this.#onTriggerKey}>${t.menu}</button>
      ${this.open
        ? html`<div class="menu" role="menu" aria-label=${t.menu} @keydown=${this.#onKey}>
            ${this.#items().map(({ id, label, run }) => html`<button role="menuitem" tabindex="-1" data-export=${id} @click=${() => void this.#run(run)}>${label}</button>`)}
          </div>`
        : nothing}
      <span class="status" role="status">${this.status}</span>
    `;
  }

  #items(): Item[] {
    const t = this.strings;
    const items: Item[] = [];
    const { table, picture } = this;
    if (table !== null) {
      const name = (extension: string) => `${this.stem}-${table().title}.${extension}`.replace(/[/\\:*?"<>|]/g, ' ');
      items.push(
        { id: 'csv', label: t.csv, run: async () => save(name('csv'), this.csv ? await this.csv() : toCsv(table()), 'text/csv') },
        { id: 'json', label: t.json, run: async () => save(name('json'), this.json ? await this.json() : JSON.stringify(toObjects(table()), null, 1), 'application/json') },
      );
      if (picture !== null && picture() !== '') {
        items.push({ id: 'svg', label: t.svg, run: () => save(name('svg'), picture(), 'image/svg+xml') });
        for (const scale of SCALES) {
          items.push({ id: `png-${scale}`, label: t.png(scale), run: async () => save(name('png'), await toPng(picture(), scale)) });
        }
      }
      items.push({ id: 'copy', label: t.copy, run: () => navigator.clipboard.writeText(toTsv(table())) });
    }
    return items;
  }

  async #run(run: Item['run']): Promise<void> {
    this.#toggle(false);
    this.trigger.focus();
    try {
      await run();
      this.status = this.strings.done;
    } catch {
      // The site around us may forbid pictures made here, or the clipboard.
      this.status = this.strings.refused;
    }
    setTimeout(() => (this.status = ''), 4000);
  }

  #toggle(open: boolean): void {
    this.open = open;
    this.#listen(open);
    if (open) void this.updateComplete.then(() => this.#entries()[0]?.focus());
  }

  #listen(on: boolean): void {
    if (on) addEventListener('pointerdown', this.#onOutside);
    else removeEventListener('pointerdown', this.#onOutside);
  }

  #entries(): HTMLElement[] {
    return [...this.renderRoot.querySelectorAll<HTMLElement>('[role=menuitem]')];
  }

  readonly #onOutside = (event: Event): void => {
    if (!event.composedPath().includes(this)) this.#toggle(false);
  };

  readonly #onTriggerKey = (event: KeyboardEvent): void => {
    if (event.key !== 'ArrowDown') return;
    event.preventDefault();
    this.#toggle(true);
  };

  readonly #onKey = (event: KeyboardEvent): void => {
    const entries = this.#entries();
    const at = entries.indexOf(event.target as HTMLElement);
    const to = { ArrowDown: at + 1, ArrowUp: at - 1 + entries.length, Home: 0, End: entries.length - 1 }[event.key];
    if (to !== undefined) {
      event.preventDefault();
      entries[to % entries.length]?.focus();
    } else if (event.key === 'Escape' || event.key === 'Tab') {
      // Escape clears the selection of the page otherwise.
      event.stopPropagation();
      this.#toggle(false);
      this.trigger.focus();
    }
  };
}
