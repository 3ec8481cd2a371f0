// Finding words in the text. The browser's own find sees only what is in the tree of elements: in a long text that is
// what is in view, and this line says so.
import { css, html, nothing, type TemplateResult } from 'lit';
import { property, query, state } from 'lit/decorators.js';
import { matches } from '../model/reading.js';
import { selectSpans } from '../model/selection.js';
import { theme } from './theme.js';
import { GangmuView } from './view.js';

/**
 * A line to find with.
 * @fires gangmu-select - the places found.
 * @fires gangmu-find-close - enough found.
 */
export class GangmuFind extends GangmuView {
  static override styles = [
    theme,
    css`
      :host {
        display: block;
        padding: 7px max(20px, calc(50% - 18em)) 6px;
        border-bottom: 1px solid var(--hair);
        font-size: 14px;
        line-height: 1.6;
      }
      .row {
        display: flex;
        align-items: baseline;
        gap: 14px;
      }
      input {
        flex: 1;
        min-width: 0;
        background: none;
        border: 0;
        border-bottom: 1px solid var(--soft);
        border-radius: 0;
        padding: 4px 0;
        font-size: 15px;
      }
      .count {
        color: var(--soft);
        white-space: nowrap;
        font-variant-numeric: tabular-nums;
      }
      button {
        min-width: 32px;
        min-height: 32px;
        text-align: center;
        color: var(--accent);
      }
      p {
        margin: 4px 0 0;
        color: var(--soft);
        font-size: 12.5px;
      }
    `,
  ];

  /** Only part of the text is where the browser's own find looks. */
  @property({ type: Boolean }) partial = false;
  @state() private wanted = '';
  @query('input') private field!: HTMLInputElement;

  override focus(): void {
    void this.updateComplete.then(() => {
      this.field.focus();
      this.field.select();
    });
  }

  protected override render(): TemplateResult {
    const t = this.strings.find;
    const { selection, wanted } = this;
    const ours = selection?.kind === 'passage' && selection.label === wanted;
    const count = wanted === '' ? '' : ours ? t.at(selection.focus + 1, selection.spans.length) : t.none;
    return html`
      <div class="row" role="search">
        <input type="search" lang="zh" aria-label=${t.label} placeholder=${t.label} autocomplete="off" spellcheck="false" @input=${this.#onInput} @keydown=${this.#onKey} />
        <span class="count" aria-live="polite">${count}</span>
        <button aria-label=${t.close} title=${t.close} @click=${this.#close}>✕</button>
      </div>
      ${this.partial ? html`<p>${t.partial}</p>` : nothing}
    `;
  }

  #onInput(): void {
    this.wanted = this.field.value;
    const spans = matches(this.text, this.wanted);
    // On from where one reads; an input method at work has not yet said what it wants.
    this.select(spans.length === 0 ? null : selectSpans('passage', -1, this.wanted, spans));
  }

  #onKey(event: KeyboardEvent): void {
    if (event.isComposing) return;
    if (event.key === 'Escape') this.#close();
    else if (event.key === 'Enter' && this.selection) {
      const { selection } = this;
      const count = selection.spans.length;
      this.select({ ...selection, focus: (selection.focus + (event.shiftKey ? -1 : 1) + count) % count });
    } else return;
    event.preventDefault();
    event.stopPropagation();
  }

  #close(): void {
    this.dispatchEvent(new CustomEvent('gangmu-find-close', { bubbles: true, composed: true }));
  }
}
