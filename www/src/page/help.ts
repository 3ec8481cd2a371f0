// The overview of keys, and how to see for oneself that the text stays here.
import { css, html, LitElement, type TemplateResult } from 'lit';
import { property, query } from 'lit/decorators.js';
import { theme } from '../elements/theme.js';
import { type Language, STRINGS } from '../i18n/index.js';
import { SHORTCUTS, type Shortcut } from './shortcuts.js';

/**
 * The overview.
 * @fires gangmu-letters - whether single letters shall be obeyed.
 */
export class GangmuHelp extends LitElement {
  static override styles = [
    theme,
    css`
      dialog {
        width: min(46rem, calc(100vw - 36px));
        max-height: calc(100dvh - 48px);
        padding: 22px 30px 26px;
        border: 1px solid var(--hair);
        border-top: 3px double var(--accent);
        background: var(--paper);
        color: var(--ink);
        font-size: 15px;
        line-height: 1.7;
      }
      dialog::backdrop {
        background: rgb(20 16 10 / 0.35);
      }
      .head {
        display: flex;
        justify-content: space-between;
        align-items: baseline;
      }
      h2 {
        font-size: 18px;
        margin: 0 0 10px;
      }
      .close {
        min-width: 32px;
        min-height: 32px;
        text-align: center;
      }
      .groups {
        columns: 2;
        column-gap: 40px;
      }
      dl {
        margin: 0 0 18px;
        break-inside: avoid;
      }
      dl div {
        display: flex;
        justify-content: space-between;
        gap: 16px;
        padding: 3px 0;
        border-bottom: 1px dotted var(--hair);
      }
      dt,
      dd {
        margin: 0;
      }
      kbd {
        font: inherit;
        font-variant-numeric: tabular-nums;
        border: 1px solid var(--hair);
        border-bottom-width: 2px;
        border-radius: 3px;
        padding: 0 7px;
        min-width: 1.9em;
        display: inline-block;
        text-align: center;
        font-size: 13px;
      }
      p {
        margin: 6px 0 0;
        color: var(--soft);
        font-size: 13.5px;
        text-wrap: pretty;
      }
      label {
        display: flex;
        gap: 8px;
        align-items: baseline;
        margin-top: 12px;
      }
      input {
        accent-color: var(--accent);
      }
      @media (max-width: 640px) {
        dialog {
          padding: 16px 18px 20px;
        }
        .groups {
          columns: 1;
        }
      }
    `,
  ];

  /** Whether single letters are obeyed. */
  @property({ type: Boolean }) letters = true;
  /** Language of the labels. */
  @property() language: Language = 'zh';
  @query('dialog') private dialog!: HTMLDialogElement;

  /** Opens it, or closes it. */
  toggle(): void {
    if (this.dialog.open) this.dialog.close();
    else this.dialog.showModal();
  }

  protected override render(): TemplateResult {
    const t = STRINGS[this.language].page.shortcuts;
    return html`<dialog aria-labelledby="title" @click=${this.#onClick} @keydown=${this.#onKey}>
      <div class="head">
        <h2 id="title">${t.title}</h2>
        <button class="close" aria-label=${t.close} title=${t.close} @click=${() => this.dialog.close()}>✕</button>
      </div>
      <div class="groups">${SHORTCUTS.map((group) => html`<dl>${group.map((s) => this.#renderLine(s))}</dl>`)}</div>
      <p>${t.inTree}</p>
      <label><input type="checkbox" .checked=${this.letters} @change=${this.#onLetters} /> <span>${t.letters}</span></label>
    </dialog>`;
  }

  #renderLine({ action, keys }: Shortcut): TemplateResult {
    const [first = '', last = first] = [keys[0], keys.at(-1)];
    const name = (key: string) => (key === 'Escape' ? 'Esc' : key);
    return html`<div><dt>${STRINGS[this.language].page.shortcuts.of[action]}</dt><dd><kbd>${name(first)}</kbd>${first === last ? '' : html`–<kbd>${name(last)}</kbd>`}</dd></div>`;
  }

  /** A click beside the sheet closes it. */
  #onClick(event: MouseEvent): void {
    if (event.target === this.dialog) this.dialog.close();
  }

  #onKey(event: KeyboardEvent): void {
    // Until the next frame the focus is still within, also once it is closed.
    if (!this.dialog.open) return;
    if (event.key === '?') this.dialog.close();
    event.stopPropagation();
  }

  #onLetters(event: Event): void {
    this.dispatchEvent(new CustomEvent('gangmu-letters', { detail: (event.target as HTMLInputElement).checked, bubbles: true, composed: true }));
  }
}
