// 目: the right column. Tabs over the registry of views; the open view gets what the page knows.
import { html, LitElement, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { property } from 'lit/decorators.js';
import type { GangmuView } from '../elements/view.js';
import { theme } from '../elements/theme.js';
import type { Words } from '../engine/index.js';
import type { Options } from '../engine/report.js';
import { type Language, STRINGS } from '../i18n/index.js';
import { ignoredChanges } from '../model/ignored.js';
import type { NamedReading } from '../model/reading.js';
import type { Selection } from '../model/selection.js';
import type { OpenDocument } from './document.js';
import { figuresStyles } from './figures-styles.js';
import { type View, VIEWS, type ViewEntry } from './views.js';

/**
 * The tabs and the open view.
 * @fires gangmu-show - another view is wanted.
 * @fires gangmu-wide - the column shall have most of the window, or no longer.
 */
export class GangmuFigures extends LitElement {
  static override styles = [theme, figuresStyles];

  /** What is read. */
  @property({ attribute: false }) document: OpenDocument | null = null;
  /** Raised when the document has changed inside. */
  @property({ attribute: false }) version = 0;
  /** What is selected anywhere. */
  @property({ attribute: false }) selection: Selection | null = null;
  /** Other open texts. */
  @property({ attribute: false }) others: readonly NamedReading[] = [];
  /** The user's words. */
  @property({ attribute: false }) words: Words = {};
  /** What texts are read with. */
  @property({ attribute: false }) options: Partial<Options> = {};
  /** Puts other words to use. */
  @property({ attribute: false }) setWords: ((words: Words) => Promise<void>) | null = null;
  /** The open view. */
  @property() view: View = 'terms';
  /** The open tab of the view itself. */
  @property() facet = '';
  /** Whether the column has most of the window. */
  @property({ type: Boolean, reflect: true }) wide = false;
  /** Language of the labels. */
  @property() language: Language = 'zh';

  readonly #elements = new Map<View, GangmuView>();

  override connectedCallback(): void {
    super.connectedCallback();
    ignoredChanges.addEventListener('change', this.#onIgnored);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    ignoredChanges.removeEventListener('change', this.#onIgnored);
  }

  protected override render(): TemplateResult {
    const t = STRINGS[this.language].page;
    const entry = VIEWS.find(({ id }) => id === this.view);
    return html`
      <div class="top">
        <h2 lang="zh" aria-label=${t.figuresLong}>${t.figures}</h2>
        ${entry?.wide === true
          ? html`<button class="widen" aria-pressed=${this.wide} title=${t.widen} aria-label=${t.widen} @click=${() => this.#send('gangmu-wide', !this.wide)}>${this.wide ? '⇥' : '⇤'}</button>`
          : nothing}
      </div>
      <div class="views" role="tablist" aria-label=${t.figuresLong} @keydown=${this.#onKey}>${VIEWS.map((v) => this.#renderTab(v))}</div>
      <div role="tabpanel" id="panel" aria-labelledby="tab-${this.view}">${entry ? this.#view(entry) : nothing}</div>
    `;
  }

  protected override updated(changed: PropertyValues<this>): void {
    if (!changed.has('view') && !changed.has('language')) return;
    const tabs = this.renderRoot.querySelector<HTMLElement>('.views');
    const tab = tabs?.querySelector<HTMLElement>(`#tab-${this.view}`);
    if (tabs && tab && tabs.scrollWidth > tabs.clientWidth) tabs.scrollLeft = tab.offsetLeft - tabs.offsetLeft - 20;
  }

  /** Focus to the open tab. */
  override focus(): void {
    this.renderRoot.querySelector<HTMLElement>(`#tab-${this.view}`)?.focus();
  }

  #renderTab({ id, badge }: ViewEntry): TemplateResult {
    const report = this.document?.report ?? null;
    const count = report !== null && badge ? badge(report, this.document?.shown ?? '') : 0;
    const on = this.view === id;
    return html`<button role="tab" id="tab-${id}" aria-controls="panel" aria-selected=${on} tabindex=${on ? 0 : -1} @click=${() => this.#show(id)}>
      ${STRINGS[this.language].page.views[id]}${count > 0 ? html`<sup>${count}</sup>` : nothing}
    </button>`;
  }

  /** The open view with what the page knows. Views stay as they were left: sorting and filters outlive a change of tabs. */
  #view({ id, tag }: ViewEntry): GangmuView | typeof nothing {
    const d = this.document;
    if (d === null) return nothing;
    const element = this.#elements.get(id) ?? (document.createElement(tag) as GangmuView);
    this.#elements.set(id, element);
    const { language, facet, others, words, options, setWords, selection } = this;
    const { report, shown: text, tokens, ask } = d;
    return Object.assign(element, { report, text, tokens, selection, language, facet, others, ask, words, options, setWords });
  }

  #show(view: View): void {
    this.#send('gangmu-show', { view });
  }

  #send(type: string, detail: unknown): void {
    this.dispatchEvent(new CustomEvent(type, { detail, bubbles: true, composed: true }));
  }

  /** The figure at the tab counts what is left to look at. */
  readonly #onIgnored = (): void => this.requestUpdate();

  #onKey(event: KeyboardEvent): void {
    const at = VIEWS.findIndex(({ id }) => id === this.view);
    const to = { ArrowRight: at + 1, ArrowLeft: at - 1, Home: 0, End: VIEWS.length - 1 }[event.key];
    if (to === undefined) return;
    event.preventDefault();
    this.#show(VIEWS[(to + VIEWS.length) % VIEWS.length]?.id ?? 'terms');
    void this.updateComplete.then(() => this.updateComplete).then(() => this.focus());
  }
}
