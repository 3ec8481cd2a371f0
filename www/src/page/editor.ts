// The text under the pen: set like the reader, every line editable, with undo. CodeMirror keeps only the lines in view
// in the tree of elements and gets along with input methods; it is loaded once the page has come to rest.
import { defaultKeymap, history, historyKeymap, redo, redoDepth, undo, undoDepth } from '@codemirror/commands';
import { openSearchPanel, search, searchKeymap } from '@codemirror/search';
import { Compartment, EditorState, type Extension } from '@codemirror/state';
import { drawSelection, EditorView, highlightSpecialChars, keymap } from '@codemirror/view';
import { html, LitElement, type PropertyValues, type TemplateResult } from 'lit';
import { property, query } from 'lit/decorators.js';
import { theme } from '../elements/theme.js';
import type { Report } from '../engine/report.js';
import { type Language, STRINGS } from '../i18n/index.js';
import { fit } from '../model/file-name.js';
import { save } from '../model/save.js';
import type { Selection } from '../model/selection.js';
import type { OpenDocument } from './document.js';
import { marks, setMarks } from './editor-marks.js';
import { editorStyles, editorTheme } from './editor-styles.js';

/**
 * The editor.
 * @fires gangmu-type - `() => string`, the text as it is now, to be asked for when wanted.
 * @fires gangmu-edited - editing is over.
 */
export class GangmuEditor extends LitElement {
  static override styles = [theme, editorStyles];

  /** What is edited. */
  @property({ attribute: false }) document: OpenDocument | null = null;
  /** Raised when the document has changed inside. */
  @property({ attribute: false }) version = 0;
  /** What is selected anywhere. */
  @property({ attribute: false }) selection: Selection | null = null;
  /** Language of the labels. */
  @property() language: Language = 'zh';
  @query('.pad') private pad!: HTMLElement;

  #view: EditorView | undefined;
  #shown: OpenDocument | null = null;
  #marked: { report: Report; selection: Selection | null } | undefined;
  readonly #labels = new Compartment();

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#leave();
  }

  protected override render(): TemplateResult {
    const t = STRINGS[this.language].editor;
    const state = this.#view?.state;
    return html`
      <div class="bar" role="toolbar" aria-label=${t.bar}>
        <button title="Ctrl+Z" ?disabled=${!state || undoDepth(state) === 0} @click=${() => this.#run(undo)}>${t.undo}</button>
        <button title="Ctrl+Y" ?disabled=${!state || redoDepth(state) === 0} @click=${() => this.#run(redo)}>${t.redo}</button>
        <button title="Ctrl+F" @click=${() => this.#run(openSearchPanel)}>${t.find}</button>
        <button @click=${() => this.#save()}>${t.save}</button>
        <button class="done" @click=${() => this.#send('gangmu-edited', null)}>${t.done}</button>
      </div>
      <div class="pad" lang="zh"></div>
    `;
  }

  protected override updated(changed: PropertyValues<this>): void {
    if (this.document !== this.#shown) this.#enter();
    if (changed.has('language')) this.#view?.dispatch({ effects: this.#labels.reconfigure(this.#phrases()) });
    if (changed.has('selection') || changed.has('version')) this.#follow(changed.has('selection'));
  }

  /** The offset of the first character in view. */
  get offsetInView(): number {
    const view = this.#view;
    if (view === undefined) return 0;
    return view.lineBlockAtHeight(view.scrollDOM.scrollTop + 40).from;
  }

  override focus(): void {
    this.#view?.focus();
  }

  #enter(): void {
    this.#leave();
    const d = this.document;
    this.#shown = d;
    if (d === null) return;
    const state = d.editor instanceof EditorState && d.editor.doc.length === lineFeeds(d.text).length ? d.editor : this.#fresh(d);
    this.#view = new EditorView({
      state,
      parent: this.pad,
      root: this.renderRoot as ShadowRoot,
      scrollTo: EditorView.scrollIntoView(Math.min(lineFeeds(d.text.slice(0, d.place)).length, state.doc.length), { y: 'start', yMargin: 40 }),
      dispatchTransactions: (transactions, view) => {
        view.update(transactions);
        if (!transactions.some((transaction) => transaction.docChanged)) return;
        const { doc } = view.state;
        this.#send('gangmu-type', () => doc.toString());
        this.requestUpdate();
      },
    });
    this.#follow(false);
    this.requestUpdate();
    this.#view.focus();
  }

  #leave(): void {
    if (this.#shown && this.#view) {
      this.#shown.place = this.offsetInView;
      this.#shown.editor = this.#view.state;
    }
    this.#view?.destroy();
    this.#view = undefined;
    this.#shown = null;
    this.#marked = undefined;
  }

  #fresh(d: OpenDocument): EditorState {
    return EditorState.create({
      doc: lineFeeds(d.text),
      extensions: [
        history(),
        drawSelection(),
        // Makes control and direction characters visible: in official files they are always an accident.
        highlightSpecialChars(),
        EditorView.lineWrapping,
        EditorView.perLineTextDirection.of(true),
        search({ top: true }),
        keymap.of([...searchKeymap, ...historyKeymap, ...defaultKeymap]),
        marks,
        editorTheme,
        this.#labels.of(this.#phrases()),
      ],
    });
  }

  #phrases(): Extension {
    const t = STRINGS[this.language].editor;
    return [EditorState.phrases.of(t.phrases), EditorView.contentAttributes.of({ 'aria-label': t.label, spellcheck: 'false' })];
  }

  /** Marks what the others mark. While something is being typed, marks move with their words until it is read again. */
  #follow(scroll: boolean): void {
    const view = this.#view;
    const d = this.document;
    if (view === undefined || d === null || d.report === null) return;
    const known = this.#marked;
    if (known?.report === d.report && known.selection === this.selection) return;
    if (view.state.doc.length !== lineFeeds(d.shown).length) return;
    this.#marked = { report: d.report, selection: this.selection };
    const place = this.selection?.spans[this.selection.focus];
    view.dispatch({ effects: setMarks.of({ report: d.report, selection: this.selection, text: d.shown }) });
    if (scroll && place) view.dispatch({ effects: EditorView.scrollIntoView(Math.min(lineFeeds(d.shown.slice(0, place[0])).length, view.state.doc.length), { y: 'center' }) });
  }

  #run(command: (view: EditorView) => boolean): void {
    if (this.#view === undefined) return;
    command(this.#view);
    if (command !== openSearchPanel) this.#view.focus();
  }

  /** The text as a file of the user's own. */
  #save(): void {
    const text = this.#view?.state.doc.toString();
    if (text === undefined || this.document === null) return;
    save(`${fit(this.document.name)}.txt`, text);
  }

  #send(type: string, detail: unknown): void {
    this.dispatchEvent(new CustomEvent(type, { detail, bubbles: true, composed: true }));
  }
}

/** As the editor counts: one character at every end of a line, as in any text field of a page. */
function lineFeeds(text: string): string {
  return text.includes('\r') ? text.replace(/\r\n?/g, '\n') : text;
}
