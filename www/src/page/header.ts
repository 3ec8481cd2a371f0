// The head of the page: its name, the open documents, and what concerns the whole page.
import { html, LitElement, nothing, type TemplateResult } from 'lit';
import { property, query } from 'lit/decorators.js';
import { theme } from '../elements/theme.js';
import { type Language, STRINGS } from '../i18n/index.js';
import type { OpenDocument } from './document.js';
import { networkProof } from './foot.js';
import { headerStyles } from './header-styles.js';
import type { Theme } from './settings.js';

/** What can be asked for in the head. */
export type Wish = 'skip' | 'start' | 'theme' | 'language' | 'help' | 'keep' | 'clear' | 'open' | 'print';

/**
 * The head.
 * @fires gangmu-wish - one of the wishes.
 * @fires gangmu-document - a document to show.
 * @fires gangmu-close - a document to close.
 */
export class GangmuHeader extends LitElement {
  static override styles = [theme, headerStyles];

  /** The open documents. */
  @property({ attribute: false }) documents: readonly OpenDocument[] = [];
  /** The one in view. */
  @property({ attribute: false }) current: OpenDocument | null = null;
  /** Raised when something in the documents has changed. */
  @property({ attribute: false }) version = 0;
  /** The look. */
  @property() theme: Theme = 'auto';
  /** Whether documents are kept on this device. */
  @property({ type: Boolean }) keep = false;
  /** Network requests since loading; null while it is still going on. */
  @property({ attribute: false }) requests: number | null = null;
  /** Their addresses. */
  @property({ attribute: false }) asked: readonly string[] = [];
  /** Language of the labels. */
  @property() language: Language = 'zh';
  @query('details') private menu!: HTMLDetailsElement;
  /** The document brought into view last, among how many. */
  #brought: { current: OpenDocument | null; count: number } | undefined;

  override connectedCallback(): void {
    super.connectedCallback();
    addEventListener('pointerdown', this.#onOutside);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    removeEventListener('pointerdown', this.#onOutside);
  }

  protected override updated(): void {
    const { current, documents } = this;
    // Only when it may have moved, and with the next frame: it makes the browser lay out the page at once.
    if (this.#brought?.current === current && this.#brought.count === documents.length) return;
    this.#brought = { current, count: documents.length };
    requestAnimationFrame(() => this.renderRoot.querySelector('.document.on')?.scrollIntoView({ block: 'nearest', inline: 'nearest' }));
  }

  protected override render(): TemplateResult {
    const t = STRINGS[this.language].page;
    return html`<header>
      <a class="skip" href="#" @click=${this.#skip}>${t.skip}</a>
      <h1 lang="zh"><button @click=${() => this.#wish('start')}>${t.name}</button></h1>
      <nav class="documents" aria-label=${t.documents}>
        ${this.documents.map((d) => this.#renderDocument(d))}
        ${this.documents.length > 0 ? html`<button class="add" @click=${() => this.#wish('start')}>＋ ${t.newTab}</button>` : nothing}
      </nav>
      <div class="tools">
        <button class="theme" title=${t.themeLong} aria-label="${t.themeLong}: ${t.theme[this.theme]}" @click=${() => this.#wish('theme')}><span aria-hidden="true">◐</span> ${t.theme[this.theme]}</button>
        <button lang=${this.language === 'zh' ? 'en' : 'zh'} title=${t.languageLong} aria-label=${t.languageLong} @click=${() => this.#wish('language')}>${t.language}</button>
        ${this.#renderMenu(t)}
      </div>
    </header>`;
  }

  #renderDocument(d: OpenDocument): TemplateResult {
    const t = STRINGS[this.language].page;
    const on = d === this.current;
    return html`<span class="document ${on ? 'on' : ''}">
      <button lang="zh" title=${d.name} aria-current=${on ? 'page' : nothing} @click=${() => this.#send('gangmu-document', d)}>${d.name}</button>
      <button class="close" aria-label=${t.close(d.name)} title=${t.close(d.name)} @click=${() => this.#send('gangmu-close', d)}>✕</button>
    </span>`;
  }

  #renderMenu(t: (typeof STRINGS)[Language]['page']): TemplateResult {
    return html`<details class="menu" @keydown=${this.#onMenuKey} @focusout=${this.#onFocusOut}>
      <summary aria-label=${t.menu} title=${t.menu}>⋯</summary>
      <div class="sheet">
        <button @click=${() => this.#wish('open')}>${t.open}</button>
        <button @click=${() => this.#wish('print')}>${t.print}</button>
        <button @click=${() => this.#wish('help')}>${t.shortcuts.title} <kbd>?</kbd></button>
        <hr />
        <label><input type="checkbox" .checked=${this.keep} @change=${() => this.#wish('keep')} /> <span>${t.keep}</span></label>
        <p>${t.keepHint}</p>
        <button class="grave" ?disabled=${this.documents.length === 0 && !this.keep} @click=${() => this.#wish('clear')}>${t.clearAll}</button>
        ${this.requests === null ? nothing : html`<hr /><p class="requests">${t.network(this.requests)}</p><div class="requests">${networkProof(STRINGS[this.language], this.asked)}</div>`}
      </div>
    </details>`;
  }

  #skip(event: Event): void {
    event.preventDefault();
    this.#wish('skip');
  }

  #wish(wish: Wish): void {
    if (wish !== 'keep') this.menu.open = false;
    this.#send('gangmu-wish', wish);
  }

  #send(type: string, detail: unknown): void {
    this.dispatchEvent(new CustomEvent(type, { detail, bubbles: true, composed: true }));
  }

  #onMenuKey(event: KeyboardEvent): void {
    if (event.key !== 'Escape' || !this.menu.open) return;
    event.stopPropagation();
    this.menu.open = false;
    this.menu.querySelector('summary')?.focus();
  }

  #onFocusOut(event: FocusEvent): void {
    if (event.relatedTarget instanceof Node && !this.menu.contains(event.relatedTarget)) this.menu.open = false;
  }

  readonly #onOutside = (event: Event): void => {
    if (this.menu.open && !event.composedPath().includes(this.menu)) this.menu.open = false;
  };
}
