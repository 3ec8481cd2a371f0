// 文: the text itself, well set, with the marks of what is selected. How it stays light is the sheet's affair.
import { html, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { property, query, state } from 'lit/decorators.js';
import type { BlockView, Units } from '../engine/report.js';
import { headOf, lastAtOrBefore, termAt } from '../model/reading.js';
import { nodeAt } from '../model/outline.js';
import { blocksOf, type Piece } from '../model/pieces.js';
import { same, selectNode, selectTerm } from '../model/selection.js';
import { HighlightLayer, type Mark } from './highlights.js';
import { type Look, Sheet, type Spans } from './reader-sheet.js';
import { readerStyles } from './reader-styles.js';
import { highlightStyles, theme } from './theme.js';
import { GangmuView } from './view.js';

/** Headings that stand alone on their line, by where the line begins. */
type Headings = ReadonlyMap<number, { level: number; number: string }>;

/** What stands before a heading alone on its line: blanks, the marks of Markdown. */
const MARKUP = /^[\s#>*]*$/u;

/**
 * The text.
 * @fires gangmu-select - a click chooses the outline node around it, a double click the word; finding, its places.
 * @slot tools - shown beside the name of what is selected.
 * @slot - stands over the text: tools for what is marked in it.
 */
export class GangmuReader extends GangmuView {
  static override styles = [theme, highlightStyles, readerStyles];

  /** The offset to begin at. */
  @property({ type: Number }) place = 0;
  @state() private finding = false;
  @query('.sheet') private article!: HTMLElement;
  @query('.scroll') private scroller!: HTMLElement;

  #sheet: Sheet | undefined;
  #blocks: readonly BlockView[] = [];
  #blockStarts: number[] = [];
  #headings: Headings = new Map();
  #marks = new Map<Mark, Spans>();
  readonly #layer = new HighlightLayer();
  #painting = false;
  #set = '';

  override connectedCallback(): void {
    super.connectedCallback();
    addEventListener('beforeprint', this.#beforePrint);
    if (this.hasUpdated) void this.#fill();
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    removeEventListener('beforeprint', this.#beforePrint);
    this.#sheet?.empty();
    // Put back elsewhere it has to be set anew, though the text is the same.
    this.#set = '';
    this.#layer.clear();
  }

  protected override render(): TemplateResult {
    return html`
      ${this.finding
        ? html`<gangmu-find .text=${this.text} .selection=${this.selection} .language=${this.language} ?partial=${this.#sheet?.isWhole === false}
            @gangmu-find-close=${() => this.#closeFind()}></gangmu-find>`
        : nothing}
      <div class="scroll" tabindex="0" role="region" aria-label=${this.strings.reader.label}>
        <article class="sheet" lang="zh" @click=${this.#onClick} @dblclick=${this.#onDoubleClick}></article>
      </div>
      ${this.#renderWalk()}
      <slot></slot>
    `;
  }

  #renderWalk(): TemplateResult | typeof nothing {
    const { selection, strings } = this;
    if (selection === null || selection.spans.length === 0) return nothing;
    const count = selection.spans.length;
    return html`<div class="walk">
      <div role="group" aria-label=${strings.reader.places}>
        <span class="what" lang="zh">${selection.label}</span>
        <span class="count" aria-live="polite">${count > 1 ? strings.reader.place(selection.focus + 1, count) : nothing}</span>
        ${count > 1
          ? html`<button aria-label=${strings.reader.previous} title=${strings.reader.previous} @click=${() => this.step(-1)}>↑</button>
              <button aria-label=${strings.reader.next} title=${strings.reader.next} @click=${() => this.step(1)}>↓</button>`
          : nothing}
        <slot name="tools"></slot>
        <button aria-label=${strings.reader.clear} title=${strings.reader.clear} @click=${() => this.select(null)}>✕</button>
      </div>
    </div>`;
  }

  protected override updated(changed: PropertyValues<this>): void {
    if (changed.has('text') || changed.has('report')) void this.#fill();
    if (changed.has('selection')) this.#follow(changed.get('selection') ?? null);
  }

  /** Scrolls so that an offset of the text is in view. */
  reveal(offset: number, behavior: ScrollBehavior = 'auto'): void {
    this.#sheet?.reveal(offset, behavior);
  }

  /** The first offset in view. */
  get offsetInView(): number {
    return this.#sheet?.offsetInView ?? 0;
  }

  /** Whether the browser's own find sees all of the text. */
  get isWhole(): boolean {
    return this.#sheet?.isWhole ?? true;
  }

  /** Opens the line to find words with. */
  find(): void {
    this.finding = true;
    void this.updateComplete.then(() => this.renderRoot.querySelector<HTMLElement>('gangmu-find')?.focus());
  }

  /** To the next place of what is selected, or the one before. */
  step(by: number): void {
    const { selection } = this;
    if (selection === null) return;
    const count = selection.spans.length;
    this.select({ ...selection, focus: (selection.focus + by + count) % count });
  }

  override focus(): void {
    this.scroller.focus({ preventScroll: true });
  }

  #closeFind(): void {
    this.finding = false;
    this.focus();
  }

  /** A new text begins where it was left; another report of the same text moves nothing. */
  async #fill(): Promise<void> {
    this.#sheet ??= new Sheet(this.article, this.scroller, () => this.#paint());
    const sheet = this.#sheet;
    const begin = this.text === this.#set ? sheet.offsetInView : this.place;
    const top = this.text === this.#set ? this.scroller.scrollTop : -1;
    const blocks = blocksOf(this.text, this.report);
    const known = this.text === this.#set && sameBlocks(blocks, this.#blocks);
    const headings = this.#headings;
    this.#set = this.text;
    this.#blocks = blocks;
    this.#blockStarts = blocks.map((block) => block.span[0]);
    this.#readReport();
    if (known && sameHeadings(headings, this.#headings)) {
      this.#follow(null);
      return;
    }
    const filled = sheet.fill(this.text, this.#blocks, (piece) => this.#lookOf(piece));
    if (top >= 0 && sheet.isWhole) this.scroller.scrollTop = top;
    else sheet.scrollTo(begin);
    if (!(await filled)) return;
    if (!sheet.isWhole) sheet.scrollTo(begin);
    this.#markSelection();
    this.#paint();
    if (this.selection) this.#bringIntoView();
  }

  /** What of the report shows in the setting of the text. */
  #readReport(): void {
    const headings = new Map<number, { level: number; number: string }>();
    this.#headings = headings;
    const report = this.report;
    const inline: Units[] = [];
    if (report === null) {
      this.#marks.clear();
      return;
    }
    for (const node of report.outline) {
      const block = this.#blocks[lastAtOrBefore(this.#blockStarts, node.heading[0])];
      const head = headOf(node);
      const alone = block !== undefined && block.span[1] - head[1] <= 2 && MARKUP.test(this.text.slice(block.span[0], head[0]));
      if (alone && node.evidence !== 'frame') {
        const number = node.marker.replace(/[\s、，．.。：（）()是要]+/gu, '');
        headings.set(block.span[0], { level: Math.min(node.depth, 3), number: node.depth === 1 ? number : '' });
      } else {
        inline.push(head);
      }
    }
    this.#mark('head', inline);
    this.#mark('promise', report.announcements.map((a) => a.span));
    this.#mark('finding', report.findings.filter((f) => f.severity !== 'note').map((f) => f.span));
  }

  #lookOf(piece: Piece): Look {
    const { kind, continued } = piece;
    const block = this.#blocks[lastAtOrBefore(this.#blockStarts, piece.start)];
    const heading = block && kind === 'paragraph' && !continued ? this.#headings.get(block.span[0]) : undefined;
    const className = [kind, continued ? 'continued' : '', heading ? `h h${heading.level}` : ''].join(' ').trim();
    if (heading) return { className, level: heading.level + 2, number: heading.number };
    return kind === 'title' ? { className, level: 2 } : { className };
  }

  /** Marks are painted once a frame, where the text is mounted. */
  #paint(): void {
    if (this.#painting) return;
    this.#painting = true;
    requestAnimationFrame(() => {
      this.#painting = false;
      if (!this.isConnected) return;
      for (const [mark, spans] of this.#marks) this.#layer.set(mark, this.#sheet?.ranges(spans) ?? []);
    });
  }

  #mark(mark: Mark, spans: readonly Units[]): void {
    const sorted = [...spans].sort((a, b) => a[0] - b[0]);
    this.#marks.set(mark, { spans: sorted, starts: sorted.map((span) => span[0]) });
  }

  #markSelection(): void {
    const { selection } = this;
    this.#mark('scope', selection?.scope ? [selection.scope] : []);
    this.#mark('hit', selection?.spans ?? []);
    const focused = selection?.spans[selection.focus];
    this.#mark('focus', focused ? [focused] : []);
  }

  #follow(before: typeof this.selection): void {
    this.#markSelection();
    this.#paint();
    const { selection } = this;
    if (selection && !(same(before, selection) && before?.focus === selection.focus)) this.#bringIntoView();
  }

  #bringIntoView(): void {
    const offset = this.selection?.spans[this.selection.focus]?.[0];
    if (offset === undefined) return;
    this.reveal(offset);
    // Neighbours mounted by the jump may have other heights than guessed.
    if (!this.isWhole) requestAnimationFrame(() => requestAnimationFrame(() => this.reveal(offset)));
  }

  /** The offset in the text under the pointer; -1 beside it. */
  offsetAt(event: MouseEvent): number {
    const place = caretAt(this.shadowRoot, event.clientX, event.clientY);
    return place === null ? -1 : this.offsetOf(place.node, place.offset);
  }

  /** The offset in the text of a place in the tree here; -1 for what is no text of it. */
  offsetOf(node: Node, offset: number): number {
    return this.#sheet?.offsetOf(node, offset) ?? -1;
  }

  /** Where the first of a stretch of text stands on the screen; null while it is far from view. */
  boxOf(span: Units): DOMRect | null {
    return this.#sheet?.ranges({ spans: [span], starts: [span[0]] })[0]?.getClientRects()[0] ?? null;
  }

  #onClick(event: MouseEvent): void {
    if (event.detail > 1 || this.reading === null) return;
    const marked = getSelection();
    if (marked && !marked.isCollapsed) return;
    const offset = this.offsetAt(event);
    const node = offset < 0 ? -1 : nodeAt(this.reading.report, offset);
    const chosen = node < 0 ? null : selectNode(this.reading, node);
    if (chosen !== null) this.select(chosen);
  }

  #onDoubleClick(event: MouseEvent): void {
    const reading = this.reading;
    const offset = reading === null ? -1 : this.offsetAt(event);
    if (reading === null || offset < 0) return;
    // The caret may stand at the word's end: look at the character before too.
    const term = Math.max(termAt(reading, offset), offset > 0 ? termAt(reading, offset - 1) : -1);
    const chosen = term < 0 ? null : selectTerm(reading, term);
    if (chosen === null) return;
    chosen.focus = Math.max(0, lastAtOrBefore(chosen.spans.map(([start]) => start), offset));
    this.select(chosen);
  }

  readonly #beforePrint = (): void => this.#sheet?.mountAll();
}

function sameBlocks(a: readonly BlockView[], b: readonly BlockView[]): boolean {
  return a.length === b.length && a.every(({ kind, span }, i) => kind === b[i]?.kind && span[0] === b[i].span[0] && span[1] === b[i].span[1]);
}

function sameHeadings(a: Headings, b: Headings): boolean {
  return a.size === b.size && [...a].every(([start, { level, number }]) => b.get(start)?.level === level && b.get(start)?.number === number);
}

interface CaretPosition {
  node: Node;
  offset: number;
}

/** The text position under a point, in this shadow tree; each engine has its own way. */
function caretAt(root: ShadowRoot | null, x: number, y: number): CaretPosition | null {
  if ('caretPositionFromPoint' in document && root) {
    const place = document.caretPositionFromPoint(x, y, { shadowRoots: [root] });
    return place ? { node: place.offsetNode, offset: place.offset } : null;
  }
  const legacy = document as { caretRangeFromPoint?: (x: number, y: number) => Range | null };
  const range = legacy.caretRangeFromPoint?.(x, y);
  return range ? { node: range.startContainer, offset: range.startOffset } : null;
}
