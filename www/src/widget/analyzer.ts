// <gangmu-analyzer>: the outline and the words of an article on anyone's page.
import { html, isServer, LitElement, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { property, state } from 'lit/decorators.js';
import { HighlightLayer, type Mark } from '../elements/highlights.js';
import { theme } from '../elements/theme.js';
import { takeReport } from '../elements/saved-report.js';
import type { GangmuView } from '../elements/view.js';
import type { Analyzer, Progress, Words } from '../engine/analyzer.js';
import { type GangmuError, toGangmuError } from '../engine/error.js';
import type { Report, TokenArrays, Units } from '../engine/report.js';
import { preferredLanguage, STRINGS, type Strings } from '../i18n/index.js';
import { selectNode, type Selection } from '../model/selection.js';
import type { Ask } from '../engine/questions.js';
import type { Article } from './article.js';
import type { GangmuEvents } from './events.js';
import { adoptHighlights } from './host-sheet.js';
import { isDark } from './look.js';
import { loadFor, loadMore } from './more.js';
import { borrowAnalyzer, type Loan } from './shared.js';
import { isPlain, readSource } from './source.js';
import { styles } from './styles.js';
import { viewsOf, type WidgetView } from './views.js';

/** Changes of these want the text to be read anew. */
const READ_AGAIN = ['for', 'src', 'text', 'words', 'stopWords', 'dictionary', 'workerUrl', 'wasmUrl', 'dictionaryUrl', 'analyzer'] as const;

/** Parts of the views that a host may style through the widget. */
const PARTS = 'tree, node, table, row, chart';

/**
 * Reads the article it is for, a file, or its own text, and shows the views asked for.
 * @fires {CustomEvent<Analyzer>} gangmu-ready - the analyzer is loaded and the first text is read.
 * @fires {CustomEvent<Progress>} gangmu-progress - bytes of a part arrived.
 * @fires {CustomEvent<Report>} gangmu-report - a text was read.
 * @fires {CustomEvent<Selection|null>} gangmu-select - something was chosen.
 * @fires {CustomEvent<GangmuError>} gangmu-error - the text cannot be read, or not wholly; the error has a `code`.
 * @slot - the text to read, where there is no `for`, `src` or `text`; it stays visible.
 * @csspart label - the name on top.
 * @csspart status - what is being loaded, or what failed.
 * @csspart text - the text inside the element.
 * @csspart view - one view.
 * @csspart tree - the outline.
 * @csspart node - one row of the outline.
 * @cssprop --gangmu-accent - colour of the name, of links, of what is chosen.
 * @cssprop --gangmu-paper - background.
 * @cssprop --gangmu-ink - text.
 * @cssprop --gangmu-soft - secondary text.
 * @cssprop --gangmu-hair - lines.
 * @cssprop --gangmu-tint - background of what is chosen.
 * @cssprop --gangmu-mark - background of occurrences.
 * @cssprop --gangmu-serif - face of the text.
 */
export class GangmuAnalyzer extends LitElement {
  static override styles = [theme, styles];

  /** Id or CSS selector of the article. */
  @property() for = '';
  /** Address of a text file. */
  @property() src = '';
  /** Which views, in order: outline terms cloud dispersion concordance network rhetoric moves sunburst strip tree relations findings summary text. */
  @property() view = 'outline terms';
  /** `light`, `dark`, or as the page around it. */
  @property({ reflect: true }) theme = '';
  /** Rows of the table of terms at first. */
  @property({ type: Number, attribute: 'max-terms' }) maxTerms = 12;
  /** `lite`, `full`, or `none` for the outline only. */
  @property() dictionary = 'lite';
  /** Load nothing before the element is near the viewport; `click`: before the reader asks. */
  @property() lazy: string | null = null;
  /** Nothing can be chosen, nothing is marked in the article. */
  @property({ type: Boolean }) readonly = false;
  /** Where a strict host keeps the worker's script. */
  @property({ attribute: 'worker-url' }) workerUrl = '';
  /** Where a strict host keeps the wasm. */
  @property({ attribute: 'wasm-url' }) wasmUrl = '';
  /** Where a strict host keeps the dictionary. */
  @property({ attribute: 'dictionary-url' }) dictionaryUrl = '';
  /** The text to read; empty where it comes from `for`, `src` or from inside. */
  @property() text = '';
  /** A report computed earlier, for which nothing is loaded; as an attribute its JSON or the address of its JSON. */
  @property({ attribute: false }) report: Report | null = null;
  /** Words to keep whole, one a line or in a list: `词`, `词 频`, `词 频 性`; or all one's own words. */
  @property({ attribute: false }) words: string | readonly string[] | Words = '';
  /** Words to count as grammatical ones besides our own list. */
  @property({ attribute: false }) stopWords: string | readonly string[] | null = null;
  /** Bring your own; it is not disposed of here. */
  @property({ attribute: false }) analyzer: Analyzer | null = null;

  /** What is chosen. */
  @property({ attribute: false }) selection: Selection | null = null;

  @state() private tokens: TokenArrays | null = null;
  @state() private progress: Progress | null = null;
  @state() private error: GangmuError | null = null;
  @state() private busy = false;
  /** Whether the reader still has to ask for it. */
  @state() private asleep = false;

  readonly #layer = new HighlightLayer();
  readonly #elements = new Map<string, GangmuView>();
  #article: Article | undefined;
  #unadopt: (() => void) | undefined;
  /** The text last read. */
  #shown = '';
  #loan: Loan | undefined;
  #undo: (() => void)[] = [];
  #work: AbortController | undefined;
  #ready = false;
  /** Whether reading has begun: from then on changes want another. */
  #begun = false;
  /** The report was made here, not given. */
  #own: Report | null = null;

  static override get observedAttributes(): string[] {
    return [...super.observedAttributes, 'report'];
  }

  override attributeChangedCallback(name: string, old: string | null, value: string | null): void {
    super.attributeChangedCallback(name, old, value);
    if (name === 'report' && value !== null && value !== old) takeReport(this, value);
  }

  protected override createRenderRoot(): HTMLElement | DocumentFragment {
    // What a server has drawn is drawn anew.
    this.shadowRoot?.replaceChildren();
    return super.createRenderRoot();
  }

  override connectedCallback(): void {
    super.connectedCallback();
    this.#followHost();
    const scheme = matchMedia('(prefers-color-scheme: dark)');
    scheme.addEventListener('change', this.#followHost);
    this.addEventListener('gangmu-select', this.#onSelect);
    // A tab of a view may show another view.
    this.addEventListener('gangmu-facet', loadMore);
    this.#undo.push(() => this.removeEventListener('gangmu-facet', loadMore), () => scheme.removeEventListener('change', this.#followHost), () => this.removeEventListener('gangmu-select', this.#onSelect));
    if (this.lazy === 'click') this.asleep = true;
    else if (this.lazy !== null) this.#waitForView();
    else void this.#parsed().then(() => this.read());
  }

  /** A script in the head registers the element before the parser has come to what is inside it, and to the article. */
  async #parsed(): Promise<void> {
    if (document.readyState === 'loading') {
      await new Promise((resolve) => document.addEventListener('DOMContentLoaded', resolve, { once: true }));
      this.requestUpdate();
    }
    await this.updateComplete;
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#work?.abort();
    this.#unmark();
    for (const undo of this.#undo) undo();
    this.#undo = [];
    this.#loan?.release();
    this.#loan = undefined;
    this.#begun = false;
  }

  /** Reads the text as it is now. */
  async read(): Promise<void> {
    if (!this.isConnected) return;
    this.#begun = true;
    this.asleep = false;
    this.#work?.abort();
    const work = new AbortController();
    this.#work = work;
    try {
      const { text, article } = await readSource(this, work.signal).catch((error: unknown) => {
        // A report from elsewhere may stand alone.
        if (this.#given()) return { text: '', article: undefined };
        throw error;
      });
      work.signal.throwIfAborted();
      this.#show(text, article);
      if (this.#given()) return;
      this.error = null;
      this.busy = true;
      await this.#analyze(text, work.signal);
    } catch (thrown) {
      if (work.signal.aborted) return;
      this.#fail(toGangmuError(thrown));
    } finally {
      if (this.#work === work) this.busy = false;
    }
  }

  /** Chooses an outline node by its index in the report, as a click on it does; null lets go. */
  selectNode(index: number | null): void {
    const reading = this.report === null ? null : { report: this.report, text: this.#shown, tokens: this.tokens };
    const selection = index === null || reading === null ? null : selectNode(reading, index);
    this.#tell('gangmu-select', selection);
  }

  async #analyze(text: string, signal: AbortSignal): Promise<void> {
    const analyzer = this.#borrowed();
    const { report, tokens, dictionaryError, rstError } = await analyzer.analyze(text, {
      signal,
      options: this.#options(),
      words: this.#words(),
      onProgress: (progress) => {
        this.progress = progress;
        this.#tell('gangmu-progress', progress);
      },
      onOutline: (outline) => (this.report = this.#own = outline),
    });
    this.report = this.#own = report;
    this.tokens = tokens;
    if (!this.#ready) this.#tell('gangmu-ready', analyzer);
    this.#ready = true;
    this.#tell('gangmu-report', report);
    if (this.dictionary !== 'none' && dictionaryError !== null) this.#fail(dictionaryError);
    else if (rstError !== null) this.#fail(rstError);
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    if (changed.has('theme') && this.isConnected) this.#followHost();
    // While nothing is read for a widget asleep, nothing is loaded for it.
    if (this.report !== null && (changed.has('view') || changed.has('report'))) loadFor(viewsOf(this.view).map(([, { tag }]) => tag));
  }

  /** What is set on the element, else what the reader prefers. */
  get #language() {
    const lang = this.getAttribute('lang')?.split('-')[0];
    return lang === 'zh' || lang === 'en' ? lang : preferredLanguage();
  }

  get #strings(): Strings {
    return STRINGS[this.#language];
  }

  protected override updated(changed: PropertyValues<this>): void {
    const lacksTree = changed.has('view') && this.#own !== null && this.#own.rst === null && this.#options().rst;
    if (this.#begun && (lacksTree || READ_AGAIN.some((name) => changed.has(name)))) void this.read();
    if (changed.has('selection') && !this.readonly) this.#mark();
  }

  #show(text: string, article: Article | undefined): void {
    if (text !== this.#shown) this.selection = null;
    this.#shown = text;
    this.#unmark();
    this.#article = article;
    if (article !== undefined) this.#unadopt = adoptHighlights(article.root);
  }

  /** Leaves the article as it was. */
  #unmark(): void {
    this.#layer.clear();
    this.#unadopt?.();
    this.#unadopt = undefined;
    this.#article = undefined;
  }

  /** Whether there is a report that was not made here, or one is on its way. */
  #given(): boolean {
    return this.hasAttribute('report') || (this.report !== null && this.report !== this.#own);
  }

  protected override render(): TemplateResult {
    const { report } = this;
    const strings = this.#strings;
    const inside = this.for === '' && this.src === '' && (this.textContent ?? '').trim() !== '';
    return html`<div role="region" aria-label=${strings.widget.label}>
      <div class="label" part="label" lang="zh" role="heading" aria-level="2">${strings.page.name}</div>
      ${inside ? html`<div class="text ${isPlain(this) ? 'plain' : ''}" part="text" lang="zh" tabindex="0"><slot></slot></div>` : nothing}
      ${this.asleep ? html`<button class="start" part="start" @click=${() => this.read()}>${strings.widget.start}</button>` : nothing}
      ${this.error ? html`<p class="status" part="status" role="alert" data-code=${this.error.code}>${strings.errors[this.error.code] ?? strings.errors.unknown} <code>${this.error.code}</code></p>` : nothing}
      ${this.busy ? html`<p class="status" part="status" role="status">${this.#status()}</p>` : nothing}
      ${report === null || isServer ? nothing : viewsOf(this.view).filter(([, view]) => view.shown?.(report) ?? true).map(([name, view]) => html`<section part="view">${this.#view(name, view)}</section>`)}
    </div>`;
  }

  /** A view with what is known here; a server has no elements to make, and draws the frame. */
  #view(name: string, { tag, facet = '' }: WidgetView): GangmuView {
    const known = this.#elements.get(name);
    const element = known ?? (document.createElement(tag) as GangmuView);
    if (known === undefined) {
      element.setAttribute('exportparts', PARTS);
      this.#elements.set(name, Object.assign(element, { facet, maxTerms: this.maxTerms, bars: 0 }));
    }
    const { report, tokens, selection } = this;
    const text = this.#shown === '' ? this.text : this.#shown;
    const asking = this.#loan === undefined && this.analyzer === null ? {} : { ask: this.#ask, words: this.#words(), setWords: this.readonly ? null : this.#setWords };
    return Object.assign(element, { report, text, tokens, selection, language: this.#language }, asking);
  }

  #status(): string {
    const t = this.#strings.page;
    if (this.progress === null) return t.reading;
    const { part, loaded, total } = this.progress;
    return loaded === total ? t.reading : `${t.loading[part]} ${t.bytes(loaded, total)}`;
  }

  #options(): { rst: boolean } {
    return { rst: viewsOf(this.view).some(([, { tree }]) => tree === true) };
  }

  #words(): Words {
    const lines = (words: string | readonly string[]) => (typeof words === 'string' ? words : words.join('\n'));
    const { words, stopWords } = this;
    const own: Words = typeof words === 'string' || isList(words) ? { ...(words.length > 0 && { user: lines(words) }) } : words;
    return { ...own, ...(stopWords !== null && { stop: lines(stopWords) }) };
  }

  /** What views ask about the text. */
  readonly #ask: Ask = (question, needs, signal) => {
    return this.#borrowed().ask(this.#shown, question, needs, { options: this.#options(), words: this.#words(), ...(signal && { signal }) });
  };

  readonly #setWords = async (words: Words): Promise<void> => {
    this.words = words;
    await this.read();
  };

  #borrowed(): Analyzer {
    if (this.analyzer !== null) return this.analyzer;
    // Borrowed before the old one is given back, so that the same one never ends between.
    const before = this.#loan;
    const here = (url: string) => new URL(url, document.baseURI).href;
    this.#loan = borrowAnalyzer({
      ...(this.workerUrl !== '' && { worker: here(this.workerUrl) }),
      ...(this.wasmUrl !== '' && { wasm: here(this.wasmUrl) }),
      ...(this.dictionary === 'none' ? { dictionary: null } : this.dictionaryUrl !== '' && { dictionary: here(this.dictionaryUrl) }),
      ...(this.dictionary === 'full' && { full: true }),
    });
    before?.release();
    return this.#loan.analyzer;
  }

  readonly #onSelect = (event: Event): void => {
    if (this.readonly) {
      event.stopImmediatePropagation();
      return;
    }
    this.selection = (event as CustomEvent<Selection | null>).detail;
  };

  /** Marks the selection in the article and brings its place into view. */
  #mark(): void {
    const article = this.#article;
    if (article === undefined) return;
    const { selection } = this;
    const put = (mark: Mark, spans: Units[]) => this.#layer.set(mark, spans.flatMap((span) => article.ranges(span)));
    const focused = selection?.spans[selection.focus];
    put('scope', selection?.scope ? [selection.scope] : []);
    put('hit', selection?.spans ?? []);
    put('focus', focused ? [focused] : []);
    const place = focused ? article.ranges(focused)[0] : undefined;
    const calm = matchMedia('(prefers-reduced-motion: reduce)').matches;
    place?.startContainer.parentElement?.scrollIntoView({ block: 'center', behavior: calm ? 'auto' : 'smooth' });
  }

  #waitForView(): void {
    const observer = new IntersectionObserver(
      (entries) => {
        if (!entries.some((entry) => entry.isIntersecting)) return;
        observer.disconnect();
        void this.read();
      },
      { rootMargin: '300px' },
    );
    observer.observe(this);
    this.#undo.push(() => observer.disconnect());
  }

  /** Light or dark as the host's page is behind the element. */
  readonly #followHost = (): void => {
    const wanted = this.theme === 'light' || this.theme === 'dark' ? this.theme : isDark(this) ? 'dark' : 'light';
    this.style.colorScheme = wanted;
  };

  #fail(error: GangmuError): void {
    this.error = error;
    this.#tell('gangmu-error', error);
  }

  #tell<T extends keyof GangmuEvents>(type: T, detail: GangmuEvents[T]['detail']): void {
    this.dispatchEvent(new CustomEvent(type, { detail, bubbles: true, composed: true }));
  }
}

/** `Array.isArray` does not narrow lists that are read only. */
function isList(value: unknown): value is readonly string[] {
  return Array.isArray(value);
}

declare global {
  interface HTMLElementTagNameMap {
    'gangmu-analyzer': GangmuAnalyzer;
  }
}
