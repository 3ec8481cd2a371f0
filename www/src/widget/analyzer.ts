// <gangmu-analyzer>: the outline and the terms of an article on anyone's page.
import { css, html, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { property, state } from 'lit/decorators.js';
import { GangmuView } from '../elements/view.js';
import { HighlightLayer, type Mark } from '../elements/highlights.js';
import { theme } from '../elements/theme.js';
import type { Analyzer, Progress } from '../engine/index.js';
import { GangmuError, toGangmuError } from '../engine/error.js';
import type { Report, Units } from '../engine/report.js';
import type { Selection } from '../model/selection.js';
import { Article } from './article.js';
import { adoptHighlights } from './host-sheet.js';
import { borrowAnalyzer } from './shared.js';

/**
 * Reads the article it is for, or its own text, and shows what is asked for.
 * @fires gangmu-progress - bytes of a part arrived.
 * @fires gangmu-report - the report is there; `detail` is the report.
 * @fires gangmu-select - something was chosen.
 * @fires gangmu-error - it cannot be read; `detail` is an Error with a `code`.
 * @csspart label - the heading.
 */
export class GangmuAnalyzer extends GangmuView {
  static override styles = [
    theme,
    css`
      :host {
        display: block;
        container-type: inline-size;
        padding: 14px 18px 18px;
        border-top: 3px double var(--accent);
        background: var(--paper);
        font-size: 15px;
        line-height: 1.7;
        text-align: start;
      }
      .label {
        margin: 0 0 10px;
        color: var(--accent);
        font-size: 17px;
        font-weight: 700;
        letter-spacing: 0.16em;
      }
      section + section {
        margin-top: 22px;
      }
      .status {
        color: var(--soft);
        font-size: 13px;
        margin: 0 0 10px;
      }
      .start {
        color: var(--accent);
        min-height: 36px;
      }
    `,
  ];

  /** Id or CSS selector of the article; without it the element's own text is read. */
  @property({ attribute: 'for' }) for = '';
  /** Which views, in order: outline terms places rhetoric findings summary. */
  @property() view = 'outline terms';
  /** `light`, `dark`, or as the page around it. */
  @property({ reflect: true }) theme = '';
  /** Rows of the table of terms at first. */
  @property({ type: Number, attribute: 'max-terms' }) maxTerms = 12;
  /** `none` for the outline only. */
  @property() dictionary = 'full';
  /** Load nothing before the element is near the viewport. */
  @property({ type: Boolean }) lazy = false;
  /** Where a strict host keeps the worker's script. */
  @property({ attribute: 'worker-url' }) workerUrl = '';
  /** Where a strict host keeps the wasm. */
  @property({ attribute: 'wasm-url' }) wasmUrl = '';
  /** Where a strict host keeps the dictionary. */
  @property({ attribute: 'dictionary-url' }) dictionaryUrl = '';
  /** Bring your own; it is not disposed of here. */
  @property({ attribute: false }) analyzer: Analyzer | null = null;

  @state() private progress: Progress | null = null;
  @state() private error: GangmuError | null = null;
  @state() private busy = false;

  readonly #layer = new HighlightLayer();
  #article: Article | undefined;
  #undo: (() => void)[] = [];
  #work: AbortController | undefined;

  override connectedCallback(): void {
    super.connectedCallback();
    this.#followHost();
    this.addEventListener('gangmu-select', this.#onSelect);
    if (this.lazy) this.#waitForView();
    else void this.updateComplete.then(() => this.read());
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.removeEventListener('gangmu-select', this.#onSelect);
    this.#work?.abort();
    this.#layer.clear();
    for (const undo of this.#undo) undo();
    this.#undo = [];
  }

  /** Reads the article as it is now. */
  async read(): Promise<void> {
    // A report given from outside needs no analyzer.
    if (!this.isConnected || (this.report !== null && this.#article === undefined)) return;
    this.#work?.abort();
    const work = new AbortController();
    this.#work = work;
    this.error = null;
    try {
      this.text = this.#source();
      this.busy = true;
      const { report, tokens, dictionaryError } = await this.#analyzer().analyze(this.text, {
        signal: work.signal,
        onProgress: (progress) => {
          this.progress = progress;
          this.#tell('gangmu-progress', progress);
        },
        onOutline: (outline) => {
          this.report = outline;
        },
      });
      this.report = report;
      this.tokens = tokens;
      this.error = this.dictionary === 'none' ? null : dictionaryError;
      this.#tell('gangmu-report', report);
      if (this.error) this.#tell('gangmu-error', this.error);
    } catch (thrown) {
      const error = toGangmuError(thrown);
      if (error.code === 'aborted' || work.signal.aborted) return;
      this.error = error;
      this.#tell('gangmu-error', error);
    } finally {
      if (this.#work === work) this.busy = false;
    }
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    if (changed.has('theme')) this.#followHost();
    const lang = this.lang.split('-')[0];
    if (lang === 'zh' || lang === 'en') this.language = lang;
  }

  protected override updated(changed: PropertyValues<this>): void {
    if ((changed.has('for') && changed.get('for') !== undefined) || (changed.has('text') && this.text !== '' && this.#article === undefined && !this.busy && this.report === null)) void this.read();
    if (changed.has('selection')) this.#mark();
  }

  protected override render(): TemplateResult {
    const { strings } = this;
    return html`<div role="region" aria-label=${strings.widget.label}>
      <div class="label" part="label" lang="zh">${strings.page.name}</div>
      ${this.error ? html`<p class="status" role="alert" data-code=${this.error.code}>${strings.errors[this.error.code] ?? strings.errors.unknown}</p>` : nothing}
      ${this.busy ? html`<p class="status" role="status">${this.#status()}</p>` : nothing}
      ${this.report === null ? nothing : this.view.split(/\s+/).map((view) => this.#renderView(view, this.report))}
    </div>`;
  }

  #renderView(view: string, report: Report | null): TemplateResult | typeof nothing {
    const { text, tokens, selection, language } = this;
    // Without a dictionary there is nothing to say about words; while it is on its way the status line says so.
    const noTerms = report?.terms.length === 0;
    switch (view) {
      case 'outline':
        return html`<section><gangmu-outline .report=${report} .text=${text} .selection=${selection} .language=${language}></gangmu-outline></section>`;
      case 'terms':
        if (noTerms) return nothing;
        return html`<section><gangmu-terms .report=${report} .text=${text} .tokens=${tokens} .selection=${selection} .language=${language} .maxTerms=${this.maxTerms} .bars=${0}></gangmu-terms></section>`;
      case 'places':
        if (noTerms) return nothing;
        return html`<section><gangmu-places .report=${report} .text=${text} .tokens=${tokens} .selection=${selection} .language=${language}></gangmu-places></section>`;
      case 'rhetoric':
        return html`<section><gangmu-rhetoric .report=${report} .text=${text} .selection=${selection} .language=${language}></gangmu-rhetoric></section>`;
      case 'findings':
        return html`<section><gangmu-findings .report=${report} .text=${text} .selection=${selection} .language=${language}></gangmu-findings></section>`;
      case 'summary':
        return html`<section><gangmu-summary .report=${report} .text=${text} .tokens=${tokens} .selection=${selection} .language=${language}></gangmu-summary></section>`;
      default:
        return nothing;
    }
  }

  #status(): string {
    const t = this.strings.page;
    if (this.progress === null) return t.reading;
    const { part, loaded, total } = this.progress;
    return loaded === total ? t.reading : `${t.loading[part]} ${t.bytes(loaded, total)}`;
  }

  /** The text to read: of the article, set as a property, or inside the element. */
  #source(): string {
    if (this.for !== '') {
      const root = this.getRootNode();
      const scope = root instanceof Document || root instanceof ShadowRoot ? root : document;
      const article = scope.getElementById(this.for) ?? selected(scope, this.for);
      if (article === null) throw new GangmuError('source-missing', `nothing matches ${this.for}`);
      this.#article = new Article(article);
      this.#undo.push(adoptHighlights(article));
      return this.#article.text;
    }
    if (this.text !== '') return this.text;
    if ((this.textContent ?? '').trim() === '') throw new GangmuError('source-missing', 'no `for`, no `text`, nothing inside');
    return this.textContent ?? '';
  }

  #analyzer(): Analyzer {
    if (this.analyzer !== null) return this.analyzer;
    const { analyzer, release } = borrowAnalyzer({
      ...(this.workerUrl === '' ? {} : { worker: new URL(this.workerUrl, document.baseURI).href }),
      ...(this.wasmUrl === '' ? {} : { wasm: new URL(this.wasmUrl, document.baseURI).href }),
      ...(this.dictionary === 'none' ? { dictionary: null } : this.dictionaryUrl === '' ? {} : { dictionary: new URL(this.dictionaryUrl, document.baseURI).href }),
    });
    this.#undo.push(release);
    return analyzer;
  }

  readonly #onSelect = (event: Event): void => {
    this.selection = (event as CustomEvent<Selection | null>).detail;
  };

  /** Marks the selection in the host's article and brings its place into view. */
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
  #followHost(): void {
    const wanted = this.theme === 'light' || this.theme === 'dark' ? this.theme : isDark(this) ? 'dark' : 'light';
    this.style.colorScheme = wanted;
  }

  #tell(type: string, detail: unknown): void {
    this.dispatchEvent(new CustomEvent(type, { detail, bubbles: true, composed: true }));
  }
}

function selected(scope: ParentNode, selector: string): Element | null {
  try {
    return scope.querySelector(selector);
  } catch {
    return null;
  }
}

/** Whether the nearest painted background around an element is dark. */
function isDark(element: Element): boolean {
  for (let at: Element | null = element.parentElement; at; at = at.parentElement) {
    const [r, g, b, a = 1] = (getComputedStyle(at).backgroundColor.match(/[\d.]+/g) ?? []).map(Number);
    if (r === undefined || g === undefined || b === undefined || a < 0.5) continue;
    return 0.2126 * r + 0.7152 * g + 0.0722 * b < 110;
  }
  return getComputedStyle(document.documentElement).colorScheme.includes('dark') && matchMedia('(prefers-color-scheme: dark)').matches;
}
