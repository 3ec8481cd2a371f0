// What every view has: the report and its text as properties, the selection, the language, one event.
import { LitElement, type PropertyValues } from 'lit';
import { property } from 'lit/decorators.js';
import type { Words } from '../engine/analyzer.js';
import type { Ask } from '../engine/questions.js';
import type { Options, Report, TokenArrays } from '../engine/report.js';
import { type Language, preferredLanguage, STRINGS, type Strings } from '../i18n/index.js';
import type { NamedReading, Reading } from '../model/reading.js';
import type { Selection } from '../model/selection.js';
import { takeReport } from './saved-report.js';

/** More units than this make a text long. */
const LONG = 200_000;

/** Base of the `<gangmu-…>` views. */
export abstract class GangmuView extends LitElement {
  /** The report; as an attribute, its JSON or the address of its JSON. */
  @property({ attribute: false }) report: Report | null = null;
  /** The text the report's spans index. */
  @property() text = '';
  /** The token stream, where there is one. */
  @property({ attribute: false }) tokens: TokenArrays | null = null;
  /** What is selected anywhere, to be marked here. */
  @property({ attribute: false }) selection: Selection | null = null;
  /** Which of the view's own tabs is open; empty for the first. The view asks for another with `gangmu-facet`. */
  @property() facet = '';
  /** Other open texts, to compare with. */
  @property({ attribute: false }) others: readonly NamedReading[] = [];
  /** Answers later questions about the text; another function when the answers may be others. Without it a view shows what the report says. */
  @property({ attribute: false }) ask: Ask | null = null;
  /** The user's words now in use. */
  @property({ attribute: false }) words: Words = {};
  /** What the text was read with. */
  @property({ attribute: false }) options: Partial<Options> = {};
  /** Puts other words to use; rejects with the line that is wrong. Without it words cannot be changed here. */
  @property({ attribute: false }) setWords: ((words: Words) => Promise<void>) | null = null;
  /** Language of the labels; the reader's own unless set. */
  @property() language: Language = preferredLanguage();

  #reading: Reading | null = null;
  /** What a server has drawn already; it stays until it is drawn here. */
  #served: ChildNode[] = [];

  protected override createRenderRoot(): HTMLElement | DocumentFragment {
    this.#served = [...(this.shadowRoot?.childNodes ?? [])];
    const root = super.createRenderRoot();
    // Lit would draw before what it finds, and keep that.
    if (this.#served.length > 0) this.renderOptions.renderBefore = null;
    return root;
  }

  protected override shouldUpdate(): boolean {
    return this.report !== null || this.#served.length === 0;
  }

  protected override update(changed: PropertyValues): void {
    for (const node of this.#served.splice(0)) node.remove();
    super.update(changed);
  }

  /** With a long text every view is drawn in a task of its own, so that the page answers in between. */
  protected override async scheduleUpdate(): Promise<void> {
    if (this.text.length > LONG) await new Promise((resolve) => setTimeout(resolve));
    await super.scheduleUpdate();
  }

  static override get observedAttributes(): string[] {
    return [...super.observedAttributes, 'report'];
  }

  override attributeChangedCallback(name: string, old: string | null, value: string | null): void {
    super.attributeChangedCallback(name, old, value);
    if (name === 'report' && value !== null && value !== old) takeReport(this, value);
  }

  /** Text, report and tokens together; null before there is a report. */
  protected get reading(): Reading | null {
    const { report, text, tokens } = this;
    if (report === null) return null;
    const known = this.#reading;
    if (known !== null && known.report === report && known.text === text && known.tokens === tokens) return known;
    return (this.#reading = { report, text, tokens });
  }

  protected get strings(): Strings {
    return STRINGS[this.language];
  }

  /** Opens another of the view's own tabs; where nobody listens (the widget), it opens itself. */
  protected showFacet(facet: string): void {
    this.facet = facet;
    this.dispatchEvent(new CustomEvent('gangmu-facet', { detail: facet, bubbles: true, composed: true }));
  }

  /** Tells everyone what was chosen; null clears. */
  protected select(selection: Selection | null): void {
    this.dispatchEvent(new CustomEvent('gangmu-select', { detail: selection, bubbles: true, composed: true }));
  }
}
