// The text as elements. Groups of lines are made as they near the view and unmade as they leave, with the height they
// had, so a million characters scroll like a thousand; every character is a text node.
import type { BlockView, Units } from '../engine/report.js';
import { type Group, groupsOf, type Piece, piecesOf } from '../model/pieces.js';
import { lastAtOrBefore } from '../model/reading.js';

/** Up to this many units everything stays mounted: find-in-page and printing work as on any page. */
const SMALL = 60_000;
/** Up to this many units everything is mounted for the printer. */
const PRINTABLE = 1_200_000;
/** Groups made at once before the thread is given back. */
const BATCH = 400;
/** Pixels beyond the view that are kept mounted. */
const NEAR = 1500;

/** How one piece is set. */
export interface Look {
  className: string;
  /** Level for assistive technology, where it is a heading. */
  level?: number;
  /** Set into the margin. */
  number?: string;
}

/** Spans in order of their starts. */
export interface Spans {
  spans: Units[];
  starts: number[];
}

interface Mounted {
  element: HTMLElement;
  /** Start offsets and text nodes of its pieces; null while unmounted. */
  nodes: { starts: number[]; texts: Text[] } | null;
}

/** What is on the sheet of one reader. */
export class Sheet {
  readonly #article: HTMLElement;
  readonly #scroller: HTMLElement;
  readonly #changed: () => void;
  #text = '';
  #blocks: readonly BlockView[] = [];
  #look: (piece: Piece) => Look = () => ({ className: '' });
  #groups: Group[] = [];
  #starts: number[] = [];
  #mounted: Mounted[] = [];
  #observer: IntersectionObserver | undefined;
  #build = 0;

  /** `changed` is called when groups came or went. */
  constructor(article: HTMLElement, scroller: HTMLElement, changed: () => void) {
    this.#article = article;
    this.#scroller = scroller;
    this.#changed = changed;
  }

  /** Whether all of the text is in the tree of elements, where the browser's own find looks. */
  get isWhole(): boolean {
    return this.#text.length <= SMALL;
  }

  /** Sets a text. Resolves to false when another came in between. */
  async fill(text: string, blocks: readonly BlockView[], look: (piece: Piece) => Look): Promise<boolean> {
    const build = ++this.#build;
    this.#observer?.disconnect();
    this.#text = text;
    this.#blocks = blocks;
    this.#look = look;
    this.#groups = groupsOf(text, blocks, 30);
    this.#starts = this.#groups.map((group) => group.start);
    this.#mounted = [];
    this.#article.replaceChildren();
    if (!this.isWhole) {
      this.#observer = new IntersectionObserver((entries) => this.#onVisible(entries), { root: this.#scroller, rootMargin: `${NEAR}px 0px` });
    }
    const lineHeight = parseFloat(getComputedStyle(this.#article).lineHeight) || 36;
    for (let from = 0; from < this.#groups.length; from += BATCH) {
      this.#append(from, Math.min(from + BATCH, this.#groups.length), lineHeight);
      if (this.isWhole) continue;
      await new Promise((resolve) => setTimeout(resolve));
      if (build !== this.#build) return false;
    }
    return true;
  }

  /** Takes everything off. */
  empty(): void {
    this.#build += 1;
    this.#observer?.disconnect();
    this.#article.replaceChildren();
    this.#mounted = [];
    this.#groups = [];
    this.#starts = [];
  }

  /** Brings an offset about a third down the view; where it is comfortably in view already, nothing moves. */
  reveal(offset: number, behavior: ScrollBehavior = 'auto'): void {
    const at = Math.max(0, lastAtOrBefore(this.#starts, offset));
    const entry = this.#mounted[at];
    if (entry === undefined) return;
    this.#mount(at);
    const place = this.#rangesIn(at, [offset, offset + 1])[0];
    const box = this.#scroller.getBoundingClientRect();
    const rect = (place ?? entry.element).getBoundingClientRect();
    const margin = box.height * 0.09;
    if (behavior !== 'smooth' && rect.top > box.top + margin && rect.bottom < box.bottom - margin) return;
    this.#scroller.scrollTo({ top: this.#scroller.scrollTop + rect.top - box.top - box.height * 0.32, behavior });
  }

  /** Puts an offset on the first line of the view. */
  scrollTo(offset: number): void {
    const at = lastAtOrBefore(this.#starts, offset);
    const entry = this.#mounted[at];
    if (entry === undefined || offset <= (this.#starts[0] ?? 0)) return;
    this.#mount(at);
    const rect = (this.#rangesIn(at, [offset, offset + 1])[0] ?? entry.element).getBoundingClientRect();
    this.#scroller.scrollTop += rect.top - this.#scroller.getBoundingClientRect().top - 40;
  }

  /** The first offset in view. */
  get offsetInView(): number {
    const top = this.#scroller.getBoundingClientRect().top + 24;
    const at = this.#mounted.findIndex(({ element }) => element.getBoundingClientRect().bottom > top);
    const nodes = this.#mounted[at]?.nodes;
    const piece = nodes?.texts.findIndex((text) => (text.parentElement?.getBoundingClientRect().bottom ?? 0) > top) ?? -1;
    return nodes?.starts[piece] ?? this.#starts[at] ?? 0;
  }

  /** The offset a text node's position stands for, or -1. */
  offsetOf(node: Node, offset: number): number {
    if (!(node instanceof Text)) return -1;
    const index = Number(node.parentElement?.parentElement?.dataset['index'] ?? -1);
    const nodes = this.#mounted[index]?.nodes;
    const piece = nodes?.texts.indexOf(node) ?? -1;
    return piece < 0 ? -1 : (nodes?.starts[piece] ?? 0) + offset;
  }

  /** Ranges of the spans, as far as they are mounted. */
  ranges(spans: Spans): Range[] {
    const ranges: Range[] = [];
    this.#mounted.forEach((entry, i) => {
      const group = this.#groups[i];
      if (entry.nodes === null || group === undefined) return;
      for (const span of overlapping(spans, group)) ranges.push(...this.#rangesIn(i, span));
    });
    return ranges;
  }

  /** Mounts all of it for the printer, unless it is a book. */
  mountAll(): void {
    if (this.#text.length <= PRINTABLE) this.#mounted.forEach((_, i) => this.#mount(i));
  }

  #append(from: number, to: number, lineHeight: number): void {
    const batch = document.createDocumentFragment();
    for (let i = from; i < to; i++) {
      const element = document.createElement('div');
      element.className = 'group';
      element.dataset['index'] = String(i);
      this.#mounted[i] = { element, nodes: null };
      if (this.isWhole) this.#mount(i);
      else element.style.height = `${(this.#groups[i]?.lines ?? 1) * lineHeight}px`;
      batch.append(element);
    }
    this.#article.append(batch);
    for (let i = from; i < to; i++) {
      const entry = this.#mounted[i];
      if (entry) this.#observer?.observe(entry.element);
    }
  }

  #onVisible(entries: IntersectionObserverEntry[]): void {
    for (const { target, isIntersecting } of entries) {
      const index = Number((target as HTMLElement).dataset['index']);
      if (isIntersecting) this.#mount(index);
      else this.#unmount(index);
    }
    this.#changed();
  }

  #mount(index: number): void {
    const entry = this.#mounted[index];
    const group = this.#groups[index];
    if (entry === undefined || group === undefined || entry.nodes !== null) return;
    const nodes = { starts: [] as number[], texts: [] as Text[] };
    for (const piece of piecesOf(this.#text, this.#blocks, group)) {
      const text = document.createTextNode(this.#text.slice(piece.start, piece.end));
      entry.element.append(paragraph(text, this.#look(piece)));
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
      if (from < to) ranges.push(makeRange(text, from, to));
    }
    return ranges;
  }
}

function paragraph(text: Text, { className, level, number }: Look): HTMLElement {
  const element = document.createElement('p');
  element.className = className;
  if (level !== undefined) {
    element.setAttribute('role', 'heading');
    element.setAttribute('aria-level', String(level));
  }
  if (number) element.dataset['number'] = number;
  element.append(text);
  return element;
}

function makeRange(text: Text, from: number, to: number): Range {
  const range = document.createRange();
  range.setStart(text, from);
  range.setEnd(text, to);
  return range;
}

/** Those of the spans that reach into the group. */
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
