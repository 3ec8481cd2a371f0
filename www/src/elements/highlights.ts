// Marks on text without touching its DOM: the CSS Custom Highlight API, shared by every element on a page.

/** The names used; each has a rule in `highlightStyles` and, for a host's article, in `hostSheet`. */
export type Mark = 'scope' | 'hit' | 'focus' | 'promise' | 'head' | 'finding';

/** Painted later, painted above. */
const PRIORITY: Record<Mark, number> = { scope: 0, head: 1, promise: 2, finding: 3, hit: 4, focus: 5 };

/** Whether the platform has the API; without it everything else still works. */
export const canHighlight = typeof CSS !== 'undefined' && 'highlights' in CSS && typeof Highlight === 'function';

function registered(mark: Mark): Highlight {
  const name = `gangmu-${mark}`;
  const known = CSS.highlights.get(name);
  if (known) return known;
  const fresh = new Highlight();
  fresh.priority = PRIORITY[mark];
  CSS.highlights.set(name, fresh);
  return fresh;
}

/** One element's own ranges in the shared highlights. */
export class HighlightLayer {
  readonly #ranges = new Map<Mark, AbstractRange[]>();

  /** Replaces this layer's ranges of one mark. */
  set(mark: Mark, ranges: AbstractRange[]): void {
    if (!canHighlight) return;
    const highlight = registered(mark);
    for (const range of this.#ranges.get(mark) ?? []) highlight.delete(range);
    for (const range of ranges) highlight.add(range);
    this.#ranges.set(mark, ranges);
  }

  /** Takes all of this layer's ranges away. */
  clear(): void {
    for (const mark of this.#ranges.keys()) this.set(mark, []);
  }
}
