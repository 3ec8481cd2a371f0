// 文: the text itself, well set. Groups of lines are made as they near the view and unmade as they leave,
// so a million characters scroll like a thousand; every character is a text node.
import { html, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { query } from 'lit/decorators.js';
import type { BlockView, Units } from '../engine/report.js';
import { lastAtOrBefore, termAt } from '../model/reading.js';
import { nodeAt } from '../model/outline.js';
import { blocksOf, type Group, groupsOf, type Piece, piecesOf } from '../model/pieces.js';
import { same, selectNode, selectTerm } from '../model/selection.js';
import { HighlightLayer, type Mark } from './highlights.js';
import { readerStyles } from './reader-styles.js';
import { highlightStyles, theme } from './theme.js';
import { GangmuView } from './view.js';

/** Below this many units everything stays mounted: find-in-page and printing work as on any page. */
const SMALL = 60_000;
/** Groups made at once before the thread is given back. */
const BATCH = 400;

interface Spans {
  spans: Units[];
  starts: number[];
}

interface Mounted {
  element: HTMLElement;
  /** Start offsets and text nodes of its pieces; null while unmounted. */
  nodes: { starts: number[]; texts: Text[] } | null;
}

/**
 * The text.
 * @fires gangmu-select - a click chooses the outline node around it, a double click the word.
 * @slot tools - shown beside the name of what is selected.
 */
export class GangmuReader extends GangmuView {
  static override styles = [theme, highlightStyles, readerStyles];

  @query('.sheet') private sheet!: HTMLElement;
  @query('.scroll') private scroller!: HTMLElement;

  #blocks: readonly BlockView[] = [];
  #groups: Group[] = [];
  #mounted: Mounted[] = [];
  #headings = new Map<number, { level: number; number: string }>();
  #marks = new Map<Mark, Spans>();
  #blockStarts: number[] = [];
  #groupStarts: number[] = [];
  readonly #layer = new HighlightLayer();
  #observer: IntersectionObserver | undefined;
  #build = 0;
  #painting = false;

  override connectedCallback(): void {
    super.connectedCallback();
    addEventListener('beforeprint', this.#beforePrint);
    if (this.hasUpdated) void this.#rebuild();
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    removeEventListener('beforeprint', this.#beforePrint);
    this.#observer?.disconnect();
    this.#layer.clear();
  }

  protected override render(): TemplateResult {
    return html`
      <div class="scroll" tabindex="0" role="region" aria-label=${this.strings.reader.label}>
        <article class="sheet" lang="zh" @click=${this.#onClick} @dblclick=${this.#onDoubleClick}></article>
      </div>
      ${this.#renderWalk()}
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
          ? html`<button aria-label=${strings.reader.previous} title=${strings.reader.previous} @click=${() => this.#step(-1)}>↑</button>
              <button aria-label=${strings.reader.next} title=${strings.reader.next} @click=${() => this.#step(1)}>↓</button>`
          : nothing}
        <slot name="tools"></slot>
        <button aria-label=${strings.reader.clear} title=${strings.reader.clear} @click=${() => this.select(null)}>✕</button>
      </div>
    </div>`;
  }

  protected override updated(changed: PropertyValues<this>): void {
    if (changed.has('text') || changed.has('report')) void this.#rebuild();
    if (changed.has('selection')) this.#follow(changed.get('selection') ?? null);
  }

  /** Scrolls so that an offset of the text is in view. */
  reveal(offset: number, behavior: ScrollBehavior = 'auto'): void {
    const at = lastAtOrBefore(this.#groupStarts, offset);
    const entry = this.#mounted[at];
    if (entry === undefined) return;
    this.#mount(at);
    const place = this.#rangesIn(at, [offset, offset + 1])[0];
    const box = this.scroller.getBoundingClientRect();
    const rect = (place ?? entry.element).getBoundingClientRect();
    const margin = box.height * 0.18;
    if (behavior !== 'smooth' && rect.top > box.top + margin / 2 && rect.bottom < box.bottom - margin / 2) return;
    const top = this.scroller.scrollTop + rect.top - box.top - box.height * 0.32;
    this.scroller.scrollTo({ top, behavior });
  }

  /** The first offset in view. */
  get offsetInView(): number {
    const box = this.scroller.getBoundingClientRect();
    const at = this.#mounted.findIndex(({ element }) => element.getBoundingClientRect().bottom > box.top + 8);
    return this.#groups[at]?.start ?? 0;
  }

  async #rebuild(): Promise<void> {
    const build = ++this.#build;
    const keep = this.scroller.scrollTop;
    this.#observer?.disconnect();
    this.#blocks = blocksOf(this.text, this.report);
    this.#groups = groupsOf(this.text, this.#blocks, 30);
    this.#blockStarts = this.#blocks.map((block) => block.span[0]);
    this.#groupStarts = this.#groups.map((group) => group.start);
    this.#readReport();
    this.#mounted = [];
    this.sheet.replaceChildren();
    const small = this.text.length <= SMALL;
    if (!small) {
      this.#observer = new IntersectionObserver((entries) => this.#onVisible(entries), { root: this.scroller, rootMargin: '1500px 0px' });
    }
    const lineHeight = parseFloat(getComputedStyle(this.sheet).lineHeight) || 36;
    for (let from = 0; from < this.#groups.length; from += BATCH) {
      const batch = document.createDocumentFragment();
      for (let i = from; i < Math.min(from + BATCH, this.#groups.length); i++) {
        const element = document.createElement('div');
        element.className = 'group';
        element.dataset['index'] = String(i);
        this.#mounted[i] = { element, nodes: null };
        if (small) this.#mount(i);
        else element.style.height = `${(this.#groups[i]?.lines ?? 1) * lineHeight}px`;
        batch.append(element);
      }
      this.sheet.append(batch);
      if (from === 0) this.scroller.scrollTop = keep;
      if (!small) {
        for (let i = from; i < Math.min(from + BATCH, this.#groups.length); i++) {
          const entry = this.#mounted[i];
          if (entry) this.#observer?.observe(entry.element);
        }
        await new Promise((resolve) => setTimeout(resolve));
        if (build !== this.#build) return;
      }
    }
    this.scroller.scrollTop = keep;
    this.#markSelection();
    this.#paint();
    if (this.selection) this.#bringIntoView();
  }

  /** What of the report shows in the setting of the text. */
  #readReport(): void {
    this.#headings = new Map();
    const report = this.report;
    const inline: Units[] = [];
    if (report === null) {
      this.#marks.clear();
      return;
    }
    for (const node of report.outline) {
      const block = this.#blocks[lastAtOrBefore(this.#blockStarts, node.heading[0])];
      const head = Math.min(node.span[0], node.heading[0]);
      const alone = block !== undefined && block.span[1] - node.heading[1] <= 2 && this.text.slice(block.span[0], head).trim() === '';
      if (alone && node.evidence !== 'frame') {
        const number = node.marker.replace(/[\s、，．.。：（）()是要]+/gu, '');
        this.#headings.set(block.span[0], { level: Math.min(node.depth, 3), number: node.depth === 1 ? number : '' });
      } else {
        inline.push([head, node.heading[1]]);
      }
    }
    this.#mark('head', inline);
    this.#mark('promise', report.announcements.map((a) => a.span));
    this.#mark('finding', report.findings.filter((f) => f.severity !== 'note').map((f) => f.span));
  }

  #onVisible(entries: IntersectionObserverEntry[]): void {
    for (const { target, isIntersecting } of entries) {
      const index = Number((target as HTMLElement).dataset['index']);
      if (isIntersecting) this.#mount(index);
      else this.#unmount(index);
    }
    this.#paint();
  }

  #mount(index: number): void {
    const entry = this.#mounted[index];
    const group = this.#groups[index];
    if (entry === undefined || group === undefined || entry.nodes !== null) return;
    const nodes = { starts: [] as number[], texts: [] as Text[] };
    for (const piece of piecesOf(this.text, this.#blocks, group)) {
      const text = document.createTextNode(this.text.slice(piece.start, piece.end));
      const paragraph = document.createElement('p');
      paragraph.className = this.#classOf(piece);
      const heading = piece.continued ? undefined : this.#headingOf(piece);
      if (heading) {
        paragraph.setAttribute('role', 'heading');
        paragraph.setAttribute('aria-level', String(heading.level + 2));
        if (heading.number) paragraph.dataset['number'] = heading.number;
      } else if (piece.kind === 'title') {
        paragraph.setAttribute('role', 'heading');
        paragraph.setAttribute('aria-level', '2');
      }
      paragraph.append(text);
      entry.element.append(paragraph);
      nodes.starts.push(piece.start);
      nodes.texts.push(text);
    }
    entry.nodes = nodes;
    entry.element.style.height = '';
  }

  #unmount(index: number): void {
    const entry = this.#mounted[index];
    if (entry === undefined || entry.nodes === null) return;
    entry.element.style.height = `${entry.element.offsetHeight}px`;
    entry.element.replaceChildren();
    entry.nodes = null;
  }

  #headingOf(piece: Piece): { level: number; number: string } | undefined {
    const block = this.#blocks[lastAtOrBefore(this.#blockStarts, piece.start)];
    return block && piece.kind === 'paragraph' ? this.#headings.get(block.span[0]) : undefined;
  }

  #classOf(piece: Piece): string {
    const heading = piece.continued ? undefined : this.#headingOf(piece);
    return [piece.kind, piece.continued ? 'continued' : '', heading ? `h h${heading.level}` : ''].join(' ').trim();
  }

  /** Marks are painted once a frame, for mounted groups only. */
  #paint(): void {
    if (this.#painting) return;
    this.#painting = true;
    requestAnimationFrame(() => {
      this.#painting = false;
      for (const [mark, spans] of this.#marks) {
        const ranges: Range[] = [];
        this.#mounted.forEach((entry, i) => {
          const group = this.#groups[i];
          if (entry.nodes === null || group === undefined) return;
          for (const span of overlapping(spans, group)) ranges.push(...this.#rangesIn(i, span));
        });
        this.#layer.set(mark, ranges);
      }
    });
  }

  #rangesIn(index: number, span: Units): Range[] {
    const nodes = this.#mounted[index]?.nodes;
    if (!nodes) return [];
    const ranges: Range[] = [];
    for (let i = Math.max(0, lastAtOrBefore(nodes.starts, span[0])); i < nodes.texts.length; i++) {
      const start = nodes.starts[i] ?? 0;
      const text = nodes.texts[i];
      if (text === undefined || start >= span[1]) break;
      const from = Math.max(0, span[0] - start);
      const to = Math.min(text.length, span[1] - start);
      if (from >= to) continue;
      ranges.push(makeRange(text, from, to));
    }
    return ranges;
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
    if (this.text.length > SMALL) requestAnimationFrame(() => requestAnimationFrame(() => this.reveal(offset)));
  }

  #step(by: number): void {
    const { selection } = this;
    if (selection === null) return;
    const count = selection.spans.length;
    this.select({ ...selection, focus: (selection.focus + by + count) % count });
  }

  #offsetAt(event: MouseEvent): number {
    const place = caretAt(this.shadowRoot, event.clientX, event.clientY);
    if (place === null || !(place.node instanceof Text)) return -1;
    const index = Number(place.node.parentElement?.parentElement?.dataset['index'] ?? -1);
    const nodes = this.#mounted[index]?.nodes;
    const piece = nodes?.texts.indexOf(place.node) ?? -1;
    return piece < 0 ? -1 : (nodes?.starts[piece] ?? 0) + place.offset;
  }

  #onClick(event: MouseEvent): void {
    if (event.detail > 1 || this.reading === null) return;
    const marked = getSelection();
    if (marked && !marked.isCollapsed) return;
    const offset = this.#offsetAt(event);
    const node = offset < 0 ? -1 : nodeAt(this.reading.report, offset);
    const chosen = node < 0 ? null : selectNode(this.reading, node);
    if (chosen !== null) this.select(chosen);
  }

  #onDoubleClick(event: MouseEvent): void {
    const reading = this.reading;
    const offset = reading === null ? -1 : this.#offsetAt(event);
    if (reading === null || offset < 0) return;
    // The caret may stand at the word's end: look at the character before too.
    const term = Math.max(termAt(reading, offset), offset > 0 ? termAt(reading, offset - 1) : -1);
    const chosen = term < 0 ? null : selectTerm(reading, term);
    if (chosen === null) return;
    chosen.focus = Math.max(0, lastAtOrBefore(chosen.spans.map(([start]) => start), offset));
    this.select(chosen);
  }

  readonly #beforePrint = (): void => {
    if (this.text.length <= SMALL * 20) this.#mounted.forEach((_, i) => this.#mount(i));
  };
}

function makeRange(text: Text, from: number, to: number): Range {
  const range = document.createRange();
  range.setStart(text, from);
  range.setEnd(text, to);
  return range;
}

/** Those of the spans (in order of their starts) that reach into the group. */
function overlapping({ spans, starts }: Spans, group: Group): Units[] {
  // A few longer ones may begin before the group and reach into it.
  const found: Units[] = [];
  for (let i = Math.max(0, lastAtOrBefore(starts, group.start) - 8); i < spans.length; i++) {
    const span = spans[i];
    if (span === undefined || span[0] >= group.end) break;
    if (span[1] > group.start) found.push(span);
  }
  return found;
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
