// A host's article as text, and places in that text as ranges of the host's own nodes. Nothing of the host is changed.
import type { Units } from '../engine/report.js';
import { lastAtOrBefore } from '../model/reading.js';

const SKIPPED = new Set(['SCRIPT', 'STYLE', 'NOSCRIPT', 'TEMPLATE', 'TEXTAREA', 'SELECT', 'BUTTON', 'SVG', 'CANVAS', 'IFRAME', 'RT', 'RP', 'GANGMU-ANALYZER']);

/** Text of an element with the way back to its nodes. */
export class Article {
  readonly text: string;
  readonly #starts: number[] = [];
  readonly #nodes: Text[] = [];

  /** `plain`: the root holds nothing but text, whose lines are lines. */
  constructor(readonly root: Element, plain = false) {
    const parts: string[] = [];
    let length = 0;
    let open = false;
    const push = (part: string) => {
      parts.push(part);
      length += part.length;
    };
    const breakLine = () => {
      if (open) push('\n');
      open = false;
    };
    const walk = (element: Element) => {
      for (const child of element.childNodes) {
        if (child instanceof Text) {
          // One for one, so that offsets hold: line ends of the source are spaces to a reader.
          const data = plain || isPreformatted(element) ? child.data : child.data.replace(/[\n\r\t]/g, ' ');
          if (!open && data.trim() === '') continue;
          this.#starts.push(length);
          this.#nodes.push(child);
          push(data);
          open = true;
        } else if (child instanceof Element) {
          if (child.tagName === 'BR') breakLine();
          if (SKIPPED.has(child.tagName.toUpperCase())) continue;
          const style = getComputedStyle(child);
          if (style.display === 'none') continue;
          const block = !/^(inline|contents|ruby)/.test(style.display);
          if (block) breakLine();
          walk(child);
          if (block) breakLine();
        }
      }
    };
    walk(root);
    this.text = parts.join('');
  }

  /** Ranges of one span, one a text node. */
  ranges(span: Units): Range[] {
    const found: Range[] = [];
    for (let i = Math.max(0, lastAtOrBefore(this.#starts, span[0])); i < this.#nodes.length; i++) {
      const start = this.#starts[i] ?? 0;
      const node = this.#nodes[i];
      if (node === undefined || start >= span[1]) break;
      const from = Math.max(0, span[0] - start);
      const to = Math.min(node.length, span[1] - start);
      // The host may have changed since: what is gone is not marked.
      if (!node.isConnected || from >= to) continue;
      const range = document.createRange();
      range.setStart(node, from);
      range.setEnd(node, to);
      found.push(range);
    }
    return found;
  }
}

function isPreformatted(element: Element): boolean {
  return getComputedStyle(element).whiteSpace.startsWith('pre');
}
