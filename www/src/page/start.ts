// What one sees before a text is open: a sheet to paste on, files, samples.
import { css, html, LitElement, type TemplateResult } from 'lit';
import { property, query, state } from 'lit/decorators.js';
import { theme } from '../elements/theme.js';
import { type Language, STRINGS } from '../i18n/index.js';
import { SAMPLES } from './samples/index.js';

/** What the start page asks to be opened. */
export interface OpenRequest {
  name: string;
  text: string;
}

/**
 * The start page.
 * @fires gangmu-open - a text to open.
 * @fires gangmu-pick - the user wants to choose files.
 */
export class GangmuStart extends LitElement {
  static override styles = [
    theme,
    css`
      :host {
        display: block;
        overflow: auto;
        height: 100%;
        container-type: inline-size;
      }
      .sheet {
        max-width: 720px;
        margin: 0 auto;
        padding: clamp(24px, 7vh, 84px) 26px 60px;
      }
      .proverb {
        font-size: clamp(22px, 5.4cqi, 34px);
        line-height: 1.55;
        letter-spacing: 0.05em;
        font-weight: 600;
        margin: 0;
        text-wrap: balance;
      }
      .source {
        color: var(--soft);
        font-size: 14px;
        margin: 4px 0 30px;
      }
      .source::before {
        content: '——' / '';
        letter-spacing: -0.1em;
        margin-inline-end: 0.5em;
      }
      .tagline {
        font-size: 17px;
        margin: 0 0 22px;
        text-wrap: pretty;
      }
      textarea {
        display: block;
        width: 100%;
        min-height: 150px;
        resize: vertical;
        padding: 14px 16px;
        border: 1px solid var(--hair);
        border-top: 2px solid var(--accent);
        background: light-dark(#fffdf8, #211f1b);
        font-size: 16px;
        line-height: 1.9;
      }
      textarea::placeholder {
        color: var(--soft);
        opacity: 1;
      }
      .actions {
        display: flex;
        flex-wrap: wrap;
        align-items: center;
        gap: 8px 24px;
        margin: 14px 0 6px;
        font-size: 15px;
      }
      .primary {
        background: var(--accent);
        color: var(--paper);
        padding: 8px 26px;
        letter-spacing: 0.08em;
        border-radius: 2px;
      }
      .primary[disabled] {
        background: none;
        color: var(--soft);
        box-shadow: inset 0 0 0 1px var(--hair);
        cursor: default;
      }
      .open {
        color: var(--accent);
        min-height: 36px;
      }
      .hint {
        color: var(--soft);
        font-size: 13.5px;
        margin: 0;
      }
      h2 {
        font-size: 14px;
        font-weight: 400;
        color: var(--soft);
        margin: 40px 0 4px;
      }
      ul {
        list-style: none;
        margin: 0;
        padding: 0;
      }
      li button {
        display: grid;
        grid-template-columns: minmax(0, auto) minmax(24px, 1fr) minmax(0, auto);
        align-items: baseline;
        gap: 0 10px;
        width: 100%;
        padding: 9px 0;
        font-size: 16px;
      }
      li button::before {
        content: '';
        grid-area: 1 / 2;
        border-bottom: 1px dotted var(--soft);
        opacity: 0.6;
      }
      li .name {
        grid-area: 1 / 1;
      }
      li .about {
        grid-area: 1 / 3;
        color: var(--soft);
        font-size: 14px;
      }
      li button:hover .name {
        color: var(--accent);
      }
      @container (max-width: 620px) {
        li button {
          grid-template-columns: 1fr;
        }
        li button::before {
          display: none;
        }
        li .about {
          grid-area: 2 / 1;
        }
        li + li {
          border-top: 1px dotted var(--hair);
        }
      }
    `,
  ];

  /** Language of the interface. */
  @property() language: Language = 'zh';
  @state() private filled = false;
  @query('textarea') private area!: HTMLTextAreaElement;

  protected override render(): TemplateResult {
    const t = STRINGS[this.language].page;
    return html`<div class="sheet">
      <p class="proverb" lang="zh">${t.proverb}</p>
      <p class="source">${t.proverbSource}</p>
      <p class="tagline">${t.tagline}</p>
      <textarea aria-label=${t.pasteHere} placeholder=${t.pasteHere} spellcheck="false"
        @input=${() => (this.filled = this.area.value.trim() !== '')} @keydown=${this.#onKey}></textarea>
      <div class="actions">
        <button class="primary" ?disabled=${!this.filled} @click=${this.#read}>${t.read}</button>
        <button class="open" @click=${() => this.dispatchEvent(new CustomEvent('gangmu-pick', { bubbles: true, composed: true }))}>${t.open}</button>
      </div>
      <p class="hint">${t.dropHint}</p>
      <h2>${t.samples}</h2>
      <ul>${SAMPLES.map(
        (sample) => html`<li><button @click=${() => this.#open(sample)}>
          <span class="name" lang="zh">${sample.name}</span><span class="about">${sample.about[this.language]}</span>
        </button></li>`,
      )}</ul>
    </div>`;
  }

  #onKey(event: KeyboardEvent): void {
    if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) this.#read();
  }

  #read(): void {
    const text = this.area.value;
    if (text.trim() === '') return;
    const title = [...(text.trim().split(/\r?\n/, 1)[0] ?? '')].slice(0, 20).join('');
    this.#open({ name: title || STRINGS[this.language].page.pasted, text });
  }

  #open({ name, text }: OpenRequest): void {
    this.dispatchEvent(new CustomEvent<OpenRequest>('gangmu-open', { detail: { name, text }, bubbles: true, composed: true }));
  }
}
