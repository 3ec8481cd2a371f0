// The page: 纲, 文 and 目 side by side, and what happens when something is asked for.
import { html, LitElement, nothing, type TemplateResult } from 'lit';
import { query, state } from 'lit/decorators.js';
import { keyed } from 'lit/directives/keyed.js';
import type { GangmuReader } from '../elements/reader.js';
import { theme } from '../elements/theme.js';
import type { GangmuWordTools } from '../elements/word-tools.js';
import { createAnalyzer, type Words } from '../engine/index.js';
import type { ErrorCode } from '../engine/error.js';
import type { Options } from '../engine/report.js';
import { type Language, STRINGS, type Strings } from '../i18n/index.js';
import { type Selection, selectionAt } from '../model/selection.js';
import { Documents, type OpenDocument } from './document.js';
import type { GangmuFigures } from './figures.js';
import { compass, foot } from './foot.js';
import { leaveAddress, narrow, type Pane, type Place, readFragment, writeAddress } from './fragment.js';
import type { Wish } from './header.js';
import type { GangmuHelp } from './help.js';
import { Intake } from './intake.js';
import { Keeping } from './keeping.js';
import { NetworkCount } from './network.js';
import { choiceNotice, emptyNotice, errorNotice, fileNotices, progressLine } from './notices.js';
import { prepareOffline } from './offline.js';
import { applyTheme, load, loadLanguage, loadTheme, save, type Theme, THEMES } from './settings.js';
import { shellStyles } from './shell-styles.js';
import { type Action, ShortcutKeys } from './shortcuts.js';
import type { OpenRequest } from './start.js';
import { type View, VIEWS } from './views.js';
import { loadOptions, loadWords, saveOptions, saveWords } from './words.js';

/** The whole page. */
export class GangmuApp extends LitElement {
  static override styles = [theme, shellStyles];

  @state() private language: Language = loadLanguage();
  @state() private theme: Theme = loadTheme();
  @state() private view: View = 'terms';
  @state() private facet = '';
  @state() private pane: Pane = 'wen';
  @state() private wide = false;
  @state() private starting = false;
  @state() private editing = false;
  @state() private asking = false;
  @state() private renewed = false;
  @state() private failure: ErrorCode | null = null;
  @state() private ready = false;
  @state() private announcement = '';
  @query('input[type=file]') private picker!: HTMLInputElement;
  @query('gangmu-reader') private reader!: GangmuReader | null;
  @query('gangmu-help') private help!: GangmuHelp;

  readonly #documents = Object.assign(new Documents(createAnalyzer(), () => this.#onDocuments()), { words: loadWords(), options: loadOptions() });
  readonly #keeping = new Keeping(this.#documents, (code) => (this.failure = code));
  readonly #network = new NetworkCount(() => this.requestUpdate());
  readonly #intake = new Intake(this, (text, name) => this.#open({ name: name ?? this.strings.page.pasted, text }));
  readonly #keys = new ShortcutKeys(this, (action, key) => this.#obey(action, key));
  // Kept while other things are shown: what is typed on it is not lost.
  readonly #start = Object.assign(document.createElement('gangmu-start'), { language: this.language });
  readonly #offline = prepareOffline(() => (this.renewed = true));
  #wanted: Place['selected'] = null;

  override connectedCallback(): void {
    super.connectedCallback();
    applyTheme(this.theme);
    this.#keys.letters = load('letters') !== 'off';
    this.#readAddress();
    addEventListener('hashchange', this.#onHash);
    addEventListener('beforeunload', this.#onLeave);
    addEventListener('pagehide', this.#onHide);
    document.addEventListener('visibilitychange', this.#onHide);
    void this.#keeping.restore();
    import('./room.js').then(() => (this.ready = true), () => (this.failure = 'part-unreachable'));
  }

  protected get strings(): Strings {
    return STRINGS[this.language];
  }

  protected override render(): TemplateResult {
    const t = this.strings.page;
    const d = this.starting || !this.ready ? null : this.#documents.current;
    document.documentElement.lang = this.language === 'zh' ? 'zh-CN' : 'en';
    document.title = d ? `${d.name} · ${t.name}` : t.title;
    this.toggleAttribute('empty', d === null);
    this.#start.language = this.language;
    return html`
      <gangmu-header .documents=${this.#documents.list} .version=${this.#documents.version} .current=${d} .theme=${this.theme} .keep=${this.#keeping.on}
        .requests=${this.#network.counting ? this.#network.count : null} .asked=${this.#network.asked}
        .language=${this.language} @gangmu-wish=${(event: CustomEvent<Wish>) => this.#grant(event.detail)}
        @gangmu-document=${(event: CustomEvent<OpenDocument>) => this.#show(event.detail)}
        @gangmu-close=${(event: CustomEvent<OpenDocument>) => this.#close(event.detail)}></gangmu-header>
      <div class="notices">${this.#renderNotices(d)}</div>
      ${d && (d.stage === 'reading' || d.stage === 'outlined') ? progressLine(this.strings, d, () => this.#documents.stop(d)) : nothing}
      <main data-pane=${d ? this.pane : nothing} ?data-wide=${this.wide && d !== null} class="${d ? '' : 'alone'} ${this.#intake.dropping ? 'dropping' : ''}" data-drop=${t.drop}>
        ${d ? this.#renderDocument(d) : this.#start}
      </main>
      ${d ? compass(this.strings, this.pane, (pane) => this.#place({ pane })) : nothing}
      ${foot(this.strings, { language: this.language, kept: this.#keeping.on, text: this.#documents.current?.text ?? null, network: this.#network, renewed: this.renewed })}
      <gangmu-help .language=${this.language} .letters=${this.#keys.letters} @gangmu-letters=${this.#onLetters}></gangmu-help>
      <div class="visually-hidden" role="status">${this.announcement}</div>
      <input type="file" hidden multiple accept=".txt,.text,.md,text/plain" aria-label=${t.open} @change=${() => void this.#intake.openFiles([...(this.picker.files ?? [])])} />
    `;
  }

  #renderNotices(d: OpenDocument | null): unknown[] {
    const { strings } = this;
    const t = strings.page;
    const notices: unknown[] = fileNotices(strings, this.#intake.errors, () => this.#intake.dismiss());
    if (this.asking) {
      notices.push(choiceNotice('clear', t.clearQuestion, [{ label: t.clearYes, act: () => this.#clear() }, { label: t.keepThem, act: () => (this.asking = false) }]));
    }
    if (this.failure !== null) notices.push(errorNotice(strings, this.failure, [{ label: t.dismiss, act: () => (this.failure = null) }]));
    const closed = this.#documents.closed?.document;
    if (closed) notices.push(choiceNotice('closed', t.closed(closed.name), [{ label: t.reopen, act: () => this.#reopen() }, { label: t.dismiss, act: () => this.#documents.forget() }]));
    if (d?.error) {
      notices.push(errorNotice(strings, d.error.code, [{ label: t.retry, act: () => void this.#documents.read(d) }, { label: t.dismiss, act: () => this.#documents.dismiss(d) }]));
    } else if (d && !/\S/u.test(d.text) && !this.editing) notices.push(emptyNotice(strings));
    return notices;
  }

  #renderDocument(d: OpenDocument): TemplateResult {
    const t = this.strings.page;
    const { language } = this;
    return html`
      <section class="gang" aria-label=${t.outlineLong} @gangmu-select=${this.#onSelect}>
        <h2 lang="zh" aria-hidden="true">${t.outline}</h2>
        <gangmu-outline .report=${d.report} .text=${d.shown} .tokens=${d.tokens} .selection=${d.selection} .language=${language}></gangmu-outline>
      </section>
      <div class="wen" @gangmu-select=${this.#onSelect}>
        ${this.editing
          ? html`<gangmu-editor .document=${d} .version=${this.#documents.version} .selection=${d.selection} .language=${language}
              @gangmu-type=${(event: CustomEvent<() => string>) => this.#documents.type(d, event.detail)} @gangmu-edited=${() => this.#edit(false)}></gangmu-editor>`
          : html`<div class="bar">
                <h2 lang="zh" aria-hidden="true">${t.text}</h2>
                <button class="find" @click=${() => this.#obey('find')}>${t.find}</button>
                <button class="edit" @click=${() => this.#edit(true)}>${t.edit}</button>
              </div>
              ${keyed(d.key, html`<gangmu-reader .report=${d.report} .text=${d.shown} .tokens=${d.tokens} .selection=${d.selection} .place=${d.place} .language=${language}>
                ${d.selection?.kind === 'term' ? html`<button slot="tools" @click=${() => this.renderRoot.querySelector<GangmuWordTools>('gangmu-word-tools')?.openForSelection()}>${this.strings.wordTools.open}</button>` : nothing}
                <gangmu-word-tools .report=${d.report} .text=${d.shown} .tokens=${d.tokens} .selection=${d.selection} .language=${language} .words=${this.#documents.words} .setWords=${this.#setWords}></gangmu-word-tools>
              </gangmu-reader>`)}`}
      </div>
      <section class="mu" aria-label=${t.figuresLong} @gangmu-select=${this.#onSelect} @gangmu-chart-ready=${() => this.#settled()}>
        <gangmu-figures .document=${d} .selection=${d.selection} .version=${this.#documents.version} .others=${this.#documents.others}
          .words=${this.#documents.words} .options=${this.#documents.options} .setWords=${this.#setWords} .view=${this.view} .facet=${this.facet}
          .wide=${this.wide} .language=${language} @gangmu-show=${this.#onShow}
          @gangmu-facet=${(event: CustomEvent<string>) => this.#place({ facet: event.detail })}
          @gangmu-wide=${(event: CustomEvent<boolean>) => this.#place({ wide: event.detail })}
          @gangmu-options=${(event: CustomEvent<Partial<Options>>) => saveOptions(this.#documents.setOptions(event.detail))}></gangmu-figures>
      </section>
    `;
  }

  #onDocuments(): void {
    const d = this.#documents.current;
    if (d?.stage === 'done' && d.report) {
      this.announcement = this.strings.page.foundNodes(d.report.outline.length, d.report.terms.length);
      this.#select();
      this.#settled();
    }
    this.#keeping.save();
    this.requestUpdate();
  }

  /** Loading is over once the terms are counted and all later parts are here; from then on every request counts. */
  #settled(): void {
    if (this.#documents.current?.stage !== 'done' || this.#network.counting) return;
    void Promise.all([import('../charts/runtime.js'), import('d3-cloud'), loadEditor(), this.#offline]).then(
      () => {
        this.#network.begin();
        this.requestUpdate();
      },
      () => undefined,
    );
  }

  #show(d: OpenDocument): void {
    this.#leaveText();
    this.starting = false;
    this.editing = false;
    this.#documents.show(d);
    this.#writeAddress(true);
  }

  #open({ name, text }: OpenRequest): void {
    this.#leaveText();
    this.starting = false;
    this.editing = false;
    this.pane = 'wen';
    this.#documents.open(name, text);
    this.#writeAddress(true);
  }

  #close(d: OpenDocument): void {
    this.#leaveText();
    if (d === this.#documents.current) this.editing = false;
    this.#documents.close(d);
  }

  #reopen(): void {
    this.starting = false;
    this.#documents.reopen();
  }

  #clear(): void {
    this.asking = false;
    this.editing = false;
    this.starting = false;
    this.#documents.clear();
    this.#documents.words = {};
    saveWords({});
    saveOptions(this.#documents.setOptions({ foldTraditional: false }));
    void this.#keeping.clear();
    this.#writeAddress();
  }

  /** Where one reads is where one comes back to. */
  #leaveText(): void {
    const d = this.#documents.current;
    if (d && this.reader) d.place = this.reader.offsetInView;
  }

  /** The editor comes with the page's later parts; until it is here the text stays to be read. */
  #edit(editing: boolean): void {
    const d = this.#documents.current;
    if (d === null || editing === this.editing) return;
    if (!editing) {
      this.#documents.flush(d);
      this.editing = false;
      return;
    }
    this.#leaveText();
    this.pane = 'wen';
    loadEditor().then(() => (this.editing = true), () => (this.failure = 'part-unreachable'));
  }

  #onSelect(event: CustomEvent<Selection | null>): void {
    const d = this.#documents.current;
    if (d === null) return;
    const fromText = event.target instanceof Element && event.target.localName === 'gangmu-reader';
    d.selection = event.detail;
    const moved = event.detail !== null && !fromText && this.pane !== 'wen';
    if (moved) this.pane = 'wen';
    this.#writeAddress(moved && narrow());
    this.requestUpdate();
  }

  /** What the address named is selected once it is found. */
  #select(): void {
    const d = this.#documents.current;
    if (this.#wanted === null || !d?.report) return;
    d.selection = selectionAt({ text: d.shown, report: d.report, tokens: d.tokens }, this.#wanted.kind, this.#wanted.index);
    this.#wanted = null;
  }

  #onShow({ detail }: CustomEvent<{ view: View; facet?: string }>): void {
    this.#place({ view: detail.view, facet: detail.facet ?? '' });
  }

  /** Changes what is looked at, and the address with it. */
  #place(change: Partial<Omit<Place, 'selected'>>): void {
    const { view, facet, pane, wide } = this;
    Object.assign(this, change);
    this.#writeAddress(view !== this.view || facet !== this.facet || wide !== this.wide || (pane !== this.pane && narrow()));
  }

  /** A step is something to come back from: another view, another column where one is seen at a time, another text. */
  #writeAddress(step = false): void {
    const { view, facet, pane, wide } = this;
    writeAddress({ view, facet, pane, wide, selected: this.#documents.current?.selection ?? this.#wanted }, step);
  }

  /** What is asked for in the head. */
  #grant(wish: Wish): void {
    if (wish === 'keep') this.#keeping.set(!this.#keeping.on);
    else if (wish === 'clear') this.asking = true;
    else this.#obey(wish === 'skip' ? 'text' : wish);
    this.requestUpdate();
  }

  /** What is asked for by a key; false leaves the key to the browser. */
  #obey(action: Action, key = ''): boolean {
    const d = this.starting ? null : this.#documents.current;
    switch (action) {
      case 'open': this.picker.value = ''; this.picker.click(); return true;
      case 'start': this.#begin(); return true;
      case 'help': this.help.toggle(); return true;
      case 'theme': this.theme = save('theme', THEMES[(THEMES.indexOf(this.theme) + 1) % THEMES.length] ?? 'auto'); applyTheme(this.theme); return true;
      case 'language': this.language = save('language', this.language === 'zh' ? 'en' : 'zh'); return true;
      case 'reopen': this.#reopen(); return true;
      case 'nextDocument': case 'previousDocument': return this.#turn(d, action === 'nextDocument' ? 1 : -1);
      default: return d !== null && this.#obeyWith(d, action, key);
    }
  }

  #turn(d: OpenDocument | null, by: number): boolean {
    const { list } = this.#documents;
    const to = d === null ? list[0] : list.at((list.indexOf(d) + by) % list.length);
    if (to) this.#show(to);
    return to !== undefined;
  }

  #obeyWith(d: OpenDocument, action: Action, key: string): boolean {
    switch (action) {
      case 'print':
        this.#edit(false);
        void this.updateComplete.then(() => print());
        return true;
      case 'close': this.#close(d); return true;
      case 'edit': this.#edit(!this.editing); return true;
      case 'find':
        // The browser's own find is left alone where it sees all of the text.
        if (!this.reader || (key === 'Control' && this.reader.isWhole)) return false;
        this.pane = 'wen';
        this.reader.find();
        return true;
      case 'next': this.reader?.step(1); return true;
      case 'previous': this.reader?.step(-1); return true;
      case 'clear':
        if (d.selection === null) return false;
        d.selection = null;
        this.#writeAddress();
        this.requestUpdate();
        return true;
      case 'widen': this.#place({ wide: !this.wide }); return true;
      case 'view': {
        const entry = VIEWS[Number(key) - 1];
        if (entry) this.#place({ view: entry.id, facet: '', pane: 'mu' });
        return entry !== undefined;
      }
      case 'outline': void this.#focus('gang', 'gangmu-outline'); return true;
      case 'text': void this.#focus('wen', this.editing ? 'gangmu-editor' : 'gangmu-reader'); return true;
      case 'figures': void this.#focus('mu', 'gangmu-figures'); return true;
      default: return false;
    }
  }

  async #focus(pane: Pane, name: string): Promise<void> {
    this.#place({ pane });
    await this.updateComplete;
    this.renderRoot.querySelector<GangmuFigures>(name)?.focus();
  }

  #onLetters({ detail }: CustomEvent<boolean>): void {
    this.#keys.letters = detail;
    save('letters', detail ? 'on' : 'off');
    this.requestUpdate();
  }

  protected override firstUpdated(): void {
    this.addEventListener('gangmu-open', (event) => this.#open((event as CustomEvent<OpenRequest>).detail));
    this.addEventListener('gangmu-pick', () => this.#obey('open'));
  }

  readonly #setWords = async (words: Words): Promise<void> => {
    await this.#documents.setWords(words);
    saveWords(words);
  };

  #readAddress(): void {
    const { selected, ...place } = readFragment(location.hash);
    Object.assign(this, place);
    this.#wanted = selected;
    this.#select();
  }

  /** To the first page; the address without a fragment is its own. */
  #begin(): void {
    this.#leaveText();
    this.starting = true;
    this.editing = false;
    leaveAddress();
  }

  /** Back, forward, or another address of this page. */
  readonly #onHash = (): void => {
    this.#leaveText();
    this.starting = location.hash === '';
    this.#readAddress();
  };

  /** Typed words that are kept nowhere are not let go without a question. */
  readonly #onLeave = (event: BeforeUnloadEvent): void => {
    if (!this.#keeping.on && this.#documents.list.some((d) => d.edited)) event.preventDefault();
  };

  readonly #onHide = (): void => {
    for (const d of this.#documents.list) this.#documents.flush(d);
    this.#keeping.saveNow();
  };
}

async function loadEditor(): Promise<void> {
  const [{ define }, { GangmuEditor }] = await Promise.all([import('../elements/define.js'), import('./editor.js')]);
  define('gangmu-editor', GangmuEditor);
}
