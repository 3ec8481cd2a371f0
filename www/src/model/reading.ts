// One read text with what was found in it, and the questions views ask of it.
import { NO_TERM, type NodeView, type Report, type TokenArrays, type Units } from '../engine/report.js';

/** Text, report and (when there was a dictionary) tokens. */
export interface Reading {
  readonly text: string;
  readonly report: Report;
  readonly tokens: TokenArrays | null;
}

/** A reading with the name of its file. */
export interface NamedReading extends Reading {
  readonly name: string;
}

interface Index {
  /** Tokens of term i lie at `tokenOf[from[i]] … tokenOf[from[i + 1] - 1]`. */
  from: Uint32Array;
  tokenOf: Uint32Array;
}

const indices = new WeakMap<TokenArrays, Index>();

/** Where a term occurs, in text order. Without tokens the text is searched for the word. */
export function occurrences(reading: Reading, term: number): Units[] {
  const { tokens, report, text } = reading;
  if (tokens === null || tokens.starts.length === 0) return matches(text, report.terms[term]?.text ?? '');
  const { from, tokenOf } = indexOf(tokens, report.terms.length);
  const spans: Units[] = [];
  for (let i = from[term] ?? 0; i < (from[term + 1] ?? 0); i++) {
    const token = tokenOf[i] ?? 0;
    spans.push([tokens.starts[token] ?? 0, tokens.ends[token] ?? 0]);
  }
  return spans;
}

function indexOf(tokens: TokenArrays, terms: number): Index {
  const known = indices.get(tokens);
  if (known) return known;
  const from = new Uint32Array(terms + 1);
  for (const term of tokens.terms) {
    if (term < terms) from[term + 1] = (from[term + 1] ?? 0) + 1;
  }
  for (let i = 0; i < terms; i++) from[i + 1] = (from[i + 1] ?? 0) + (from[i] ?? 0);
  const next = from.slice();
  const tokenOf = new Uint32Array(from[terms] ?? 0);
  tokens.terms.forEach((term, token) => {
    if (term >= terms) return;
    const slot = next[term] ?? 0;
    tokenOf[slot] = token;
    next[term] = slot + 1;
  });
  const index = { from, tokenOf };
  indices.set(tokens, index);
  return index;
}

/** Plain occurrences of a string, not overlapping. */
export function matches(text: string, needle: string): Units[] {
  const spans: Units[] = [];
  if (needle === '') return spans;
  for (let at = text.indexOf(needle); at >= 0; at = text.indexOf(needle, at + needle.length)) {
    spans.push([at, at + needle.length]);
  }
  return spans;
}

/** The listed term at an offset, or -1. */
export function termAt(reading: Reading, offset: number): number {
  const { tokens } = reading;
  if (tokens === null) return -1;
  const token = lastAtOrBefore(tokens.starts, offset);
  const term = tokens.terms[token];
  return term !== undefined && term !== NO_TERM && (tokens.ends[token] ?? 0) > offset ? term : -1;
}

/** Index of the last value ≤ `value` in ascending `values`, or -1. */
export function lastAtOrBefore(values: ArrayLike<number>, value: number): number {
  let low = 0;
  let high = values.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((values[middle] ?? 0) <= value) low = middle + 1;
    else high = middle;
  }
  return low - 1;
}

/** The words of a span. */
export function words(reading: Reading, span: Units): string {
  return reading.text.slice(span[0], span[1]);
}

/** Without line ends: one that stands inside Chinese is a hard wrap, and nothing stands there. */
function unwrapped(text: string): string {
  return text.replace(/\s*[\r\n\u2028\u2029]\s*/g, (end, at: number) => (text.charCodeAt(at - 1) < 128 && text.charCodeAt(at + end.length) < 128 ? ' ' : ''));
}

/** The words of a span on one line, at most `limit` characters. */
export function line(reading: Reading, span: Units, limit = 120): string {
  const cut = reading.text.slice(span[0], Math.min(span[1], span[0] + limit * 2));
  const characters = [...unwrapped(cut.trim()).replace(/\s+/g, ' ')];
  return characters.length > limit ? `${characters.slice(0, limit).join('')}…` : characters.join('');
}

/** The heading of a node to its end, over the line ends of a hard wrap. */
export function headingOf(node: NodeView): Units {
  return node.wholeHeading ?? node.heading;
}

/** A node's marker and heading. */
export function headOf(node: NodeView): Units {
  return [Math.min(node.span[0], node.heading[0]), headingOf(node)[1]];
}
