// The page: documents as tabs, the three columns, language and theme, files by button, drop and paste.
import { html, LitElement, nothing, type TemplateResult } from 'lit';
import { query, state } from 'lit/decorators.js';
import { styleMap } from 'lit/directives/style-map.js';
import { theme } from '../elements/theme.js';
import { createAnalyzer, type Words } from '../engine/index.js';
import { type GangmuError, toGangmuError } from '../engine/error.js';
import type { Options } from '../engine/report.js';
import { type Language, STRINGS, type Strings } from '../i18n/index.js';
import type { Selection } from '../model/selection.js';
import { appStyles } from './app-styles.js';
import { Documents, type OpenDocument } from './document.js';
import { nameOf, readFile } from './files.js';
import { type Pane, readFragment, toFragment } from './fragment.js';
import { NetworkCount } from './network.js';
import { applyTheme, loadLanguage, loadTheme, saveLanguage, saveTheme, type Theme } from './settings.js';
import type { OpenRequest } from './start.js';
import type { View } from './views.js';

const THEMES: Theme[] = ['auto', 'light', 'dark'];
/** Milliseconds of rest before an edited text is read again. */
const EDIT_REST = 400;

/** The whole page. */
export class GangmuApp extends LitElement {
  static override styles = [theme, appStyles];

  @state() private language: Language = loadLanguage();
  @state() private theme: Theme = loadTheme();
  @state() private view: View = 'terms';
  @state() private facet = '';
  @state() private pane: Pane = 'wen';
  @state() private wide = false;
  @state() private starting = false;
  @state() private dropping = false;
  @state() private editing = false;
  @state() private fileError: { name: string; error: GangmuError } | null = null;
  @state() private announcement = '';
  @query('input[type=file]') private picker!: HTMLInputElement;

  readonly #documents = new Documents(createAnalyzer(), () => this.#onDocuments());
  readonly #network = new NetworkCount(() => this.requestUpdate());
  #editTimer: ReturnType<typeof setTimeout> | undefined;

  override connectedCallback(): void {
    super.connectedCallback();
    applyTheme(this.theme);
    this.#onHash();
    addEventListener('hashchange', this.#onHash);
    addEventListener('dragover', this.#onDragOver);
    addEventListener('dragleave', this.#onDragLeave);
    addEventListener('drop', this.#onDrop);
    addEventListener('paste', this.#onPaste);
    addEventListener('keydown', this.#onKey);
  }

  protected get strings(): Strings {
    return STRINGS[this.language];
  }

  protected override render(): TemplateResult {
    const t = this.strings.page;
    const document_ = this.starting ? null : this.#documents.current;
    document.documentElement.lang = this.language === 'zh' ? 'zh-CN' : 'en';
    document.title = document_ ? `${document_.name} · ${t.name}` : t.title;
    this.toggleAttribute('empty', document_ === null);
    return html`
      ${this.#renderHeader(t)}${this.#renderNotice(document_)}
      <main data-pane=${document_ ? this.pane : nothing} ?data-wide=${this.wide} class=${this.dropping ? 'dropping' : ''} data-drop=${t.drop} style=${styleMap(document_ ? {} : { display: 'block' })}>
        ${document_ ? this.#renderDocument(document_) : html`<gangmu-start .language=${this.language}></gangmu-start>`}
      </main>
      ${document_ ? this.#renderCompass(t) : nothing} ${this.#renderFooter(t)}
      <div class="visually-hidden" role="status">${this.announcement}</div>
      <input type="file" hidden multiple accept=".txt,.text,.md,text/plain" aria-label=${t.open} @change=${this.#onPicked} />
    `;
  }

  #renderHeader(t: Strings['page']): TemplateResult {
    const { list, current } = this.#documents;
    return html`<header>
      <a class="skip" href="#" @click=${this.#skip}>${t.skip}</a>
      <h1 lang="zh"><button @click=${() => (this.starting = true)}>${t.name}</button></h1>
      <nav class="documents" aria-label=${t.documents}>
        ${list.map((d) => {
          const on = d === current && !this.starting;
          return html`<span class="document ${on ? 'on' : ''}">
            <button lang="zh" title=${d.name} aria-current=${on ? 'page' : nothing} @click=${() => this.#show(d)}>${d.name}</button>
            <button class="close" aria-label=${t.close(d.name)} title=${t.close(d.name)} @click=${() => this.#documents.close(d)}>✕</button>
          </span>`;
        })}
        ${list.length > 0 ? html`<button class="add" @click=${() => (this.starting = true)}>＋ ${t.newTab}</button>` : nothing}
      </nav>
      <div class="tools">
        <button title=${t.themeLong} aria-label="${t.themeLong}: ${t.theme[this.theme]}" @click=${this.#nextTheme}>${t.theme[this.theme]}</button>
        <button lang=${this.language === 'zh' ? 'en' : 'zh'} title=${t.languageLong} aria-label=${t.languageLong} @click=${this.#switchLanguage}>${t.language}</button>
      </div>
    </header>`;
  }

  #renderNotice(document_: OpenDocument | null): TemplateResult | typeof nothing {
    const t = this.strings.page;
    if (this.fileError !== null) {
      const { name, error } = this.fileError;
      return html`<div class="notice" role="alert" data-code=${error.code}>
        <span><b lang="zh">${name}</b> ${this.strings.errors[error.code] ?? this.strings.errors.unknown}</span>
        <span class="actions"><button @click=${() => (this.fileError = null)}>${t.dismiss}</button></span>
      </div>`;
    }
    if (document_ === null) return nothing;
    if (document_.error !== null) {
      const { code } = document_.error;
      return html`<div class="notice" role="alert" data-code=${code}>
        <span>${this.strings.errors[code] ?? this.strings.errors.unknown}</span>
        <span class="actions">
          <button @click=${() => void this.#documents.read(document_)}>${t.retry}</button>
          <button @click=${() => this.#dismiss(document_)}>${t.dismiss}</button>
        </span>
      </div>`;
    }
    if (document_.text.trim() === '' && !this.editing) return html`<div class="notice" role="alert" data-code="empty-text">${t.emptyText}</div>`;
    return document_.stage === 'done' ? nothing : this.#renderProgress(document_);
  }

  #renderProgress(document_: OpenDocument): TemplateResult {
    const t = this.strings.page;
    const { progress, stage } = document_;
    const arrived = progress !== null && progress.total !== undefined && progress.loaded >= progress.total;
    const share = progress?.total ? progress.loaded / progress.total : 0;
    const what = progress === null || (arrived && progress.part === 'wasm') ? t.reading : arrived || stage === 'done' ? t.counting : t.loading[progress.part];
    return html`<div class="progress" role="status" style=${styleMap({ '--done': share.toFixed(3) })}>
      <span>${what}${progress !== null && !arrived ? html` ${t.bytes(progress.loaded, progress.total)}` : nothing}</span>
      <button @click=${() => this.#documents.stop(document_)}>${t.cancel}</button>
    </div>`;
  }

  #renderDocument(d: OpenDocument): TemplateResult {
    const t = this.strings.page;
    return html`
      <section class="gang" aria-label=${t.outlineLong}>
        <h2 lang="zh" aria-hidden="true">${t.outline}</h2>
        <gangmu-outline .report=${d.report} .text=${d.text} .tokens=${d.tokens} .selection=${d.selection} .language=${this.language} @gangmu-select=${this.#onSelect}></gangmu-outline>
      </section>
      <div class="wen">
        ${this.editing
          ? html`<textarea class="editor" lang="zh" spellcheck="false" aria-label=${t.editing} .value=${d.text} @input=${this.#onEdit}></textarea>`
          : html`<gangmu-reader .report=${d.report} .text=${d.text} .tokens=${d.tokens} .selection=${d.selection} .language=${this.language} @gangmu-select=${this.#onSelect}></gangmu-reader>`}
        <button class="edit" @click=${this.#toggleEdit}>${this.editing ? t.editDone : t.edit}</button>
      </div>
      <section class="mu" aria-label=${t.figuresLong} @gangmu-select=${this.#onSelect} @gangmu-chart-ready=${() => this.#settled()}>
        <gangmu-figures .document=${d} .version=${this.#documents.version} .others=${this.#documents.others} .words=${this.#documents.words} .setWords=${this.#setWords} .view=${this.view} .facet=${this.facet}
          .wide=${this.wide} .language=${this.language} @gangmu-show=${this.#onShow} @gangmu-facet=${this.#onFacet}
          @gangmu-wide=${(event: CustomEvent<boolean>) => this.#place({ wide: event.detail })}
          @gangmu-options=${(event: CustomEvent<Partial<Options>>) => this.#documents.setOptions(event.detail)}></gangmu-figures>
      </section>
    `;
  }

  #renderCompass(t: Strings['page']): TemplateResult {
    const panes: [Pane, string, string][] = [['gang', t.outline, t.outlineLong], ['wen', t.text, t.textLong], ['mu', t.figures, t.figuresLong]];
    return html`<nav class="compass" aria-label=${t.name}>
      ${panes.map(([pane, name, long]) => html`<button lang="zh" aria-label=${long} aria-pressed=${this.pane === pane} @click=${() => this.#place({ pane })}>${name}</button>`)}
    </nav>`;
  }

  #renderFooter(t: Strings['page']): TemplateResult {
    return html`<footer>
      <span>${t.privacy}</span>
      ${this.#network.counting ? html`<details class="network"><summary>${t.network(this.#network.count)}</summary><p>${t.networkHow}</p></details>` : nothing}
    </footer>`;
  }

  #onDocuments(): void {
    const d = this.#documents.current;
    if (d?.stage === 'done' && d.report) {
      this.announcement = this.strings.page.foundNodes(d.report.outline.length, d.report.terms.length);
      this.#settled();
    }
    if (this.#documents.list.length === 0) this.editing = false;
    this.requestUpdate();
  }

  /** Loading is over once the terms are counted and the chart library is here; from then on every request counts. */
  #settled(): void {
    const d = this.#documents.current;
    if (d?.stage !== 'done' || this.#network.counting) return;
    void import('../charts/runtime.js').then(
      () => {
        this.#network.begin();
        this.requestUpdate();
      },
      () => undefined,
    );
  }

  #show(d: OpenDocument): void {
    this.starting = false;
    this.editing = false;
    this.#documents.show(d);
  }

  #open({ name, text }: OpenRequest): void {
    this.starting = false;
    this.editing = false;
    this.fileError = null;
    this.pane = 'wen';
    this.#documents.open(name, text);
  }

  async #openFiles(files: readonly File[]): Promise<void> {
    for (const file of files) {
      try {
        this.#open({ name: nameOf(file), text: await readFile(file) });
      } catch (thrown) {
        this.fileError = { name: file.name, error: toGangmuError(thrown, 'file-unreadable') };
      }
    }
  }

  #dismiss(d: OpenDocument): void {
    d.error = null;
    d.stage = 'done';
    this.requestUpdate();
  }

  #onSelect(event: CustomEvent<Selection | null>): void {
    const d = this.#documents.current;
    if (d === null) return;
    const fromReader = event.target instanceof Element && event.target.localName === 'gangmu-reader';
    d.selection = event.detail;
    if (event.detail !== null && !fromReader) this.pane = 'wen';
    this.#writeAddress();
    this.requestUpdate();
  }

  #onEdit(event: InputEvent): void {
    const d = this.#documents.current;
    const text = (event.target as HTMLTextAreaElement).value;
    clearTimeout(this.#editTimer);
    this.#editTimer = setTimeout(() => {
      if (d !== null) this.#documents.edit(d, text);
    }, EDIT_REST);
  }

  #toggleEdit(): void {
    const area = this.renderRoot.querySelector<HTMLTextAreaElement>('textarea.editor');
    const d = this.#documents.current;
    clearTimeout(this.#editTimer);
    if (area !== null && d !== null && area.value !== d.text) this.#documents.edit(d, area.value);
    this.editing = !this.editing;
  }

  #onShow({ detail }: CustomEvent<{ view: View; facet?: string }>): void {
    this.#place({ view: detail.view, facet: detail.facet ?? '' });
  }

  #onFacet({ detail }: CustomEvent<string>): void {
    this.#place({ facet: detail });
  }

  /** Changes what is looked at, and the address with it. */
  #place(change: { view?: View; facet?: string; pane?: Pane; wide?: boolean }): void {
    Object.assign(this, change);
    this.#writeAddress();
  }

  #writeAddress(): void {
    const { view, facet, pane, wide } = this;
    const selected = this.#documents.current?.selection ?? null;
    history.replaceState(null, '', toFragment({ view, facet, pane, wide, selected }));
  }

  #nextTheme(): void {
    this.theme = THEMES[(THEMES.indexOf(this.theme) + 1) % THEMES.length] ?? 'auto';
    saveTheme(this.theme);
    applyTheme(this.theme);
  }

  #switchLanguage(): void {
    this.language = this.language === 'zh' ? 'en' : 'zh';
    saveLanguage(this.language);
  }

  #skip(event: Event): void {
    event.preventDefault();
    this.pane = 'wen';
    const reader = this.renderRoot.querySelector('gangmu-reader');
    reader?.shadowRoot?.querySelector<HTMLElement>('[tabindex]')?.focus();
  }

  #pick(): void {
    this.picker.value = '';
    this.picker.click();
  }

  #onPicked(): void {
    void this.#openFiles([...(this.picker.files ?? [])]);
  }

  protected override firstUpdated(): void {
    this.addEventListener('gangmu-open', (event) => this.#open((event as CustomEvent<OpenRequest>).detail));
    this.addEventListener('gangmu-pick', () => this.#pick());
  }

  readonly #setWords = (words: Words): Promise<void> => this.#documents.setWords(words);

  readonly #onHash = (): void => {
    const { view, facet, pane, wide } = readFragment(location.hash);
    Object.assign(this, { view, facet, pane, wide });
  };

  readonly #onDragOver = (event: DragEvent): void => {
    if (!event.dataTransfer?.types.some((type) => type === 'Files' || type === 'text/plain')) return;
    event.preventDefault();
    this.dropping = true;
  };

  readonly #onDragLeave = (event: DragEvent): void => {
    if (event.relatedTarget === null) this.dropping = false;
  };

  readonly #onDrop = (event: DragEvent): void => {
    if (event.dataTransfer === null) return;
    event.preventDefault();
    this.dropping = false;
    const files = [...event.dataTransfer.files];
    const text = event.dataTransfer.getData('text/plain');
    if (files.length > 0) void this.#openFiles(files);
    else if (text.trim() !== '') this.#open({ name: this.strings.page.pasted, text });
  };

  /** Paste anywhere outside a field opens the text. */
  readonly #onPaste = (event: ClipboardEvent): void => {
    const target = event.composedPath()[0];
    if (target instanceof HTMLTextAreaElement || target instanceof HTMLInputElement) return;
    const files = [...(event.clipboardData?.files ?? [])];
    const text = event.clipboardData?.getData('text/plain') ?? '';
    if (files.length > 0) void this.#openFiles(files);
    else if (text.trim() !== '') this.#open({ name: this.strings.page.pasted, text });
  };

  readonly #onKey = (event: KeyboardEvent): void => {
    const d = this.#documents.current;
    if (event.key !== 'Escape' || d === null || d.selection === null) return;
    d.selection = null;
    this.requestUpdate();
  };
}
