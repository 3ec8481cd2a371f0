// The address's fragment remembers what is looked at, as in `#rhetoric.tree&node=12&wide`: names of views and numbers,
// never anything of the text.
import type { Selection } from '../model/selection.js';
import { type View, viewOf } from './views.js';

/** The column in front on a narrow screen. */
export type Pane = 'gang' | 'wen' | 'mu';

/** What the address remembers. */
export interface Place {
  view: View;
  /** The view's own tab; empty for its first. */
  facet: string;
  pane: Pane;
  /** The right column has most of the window. */
  wide: boolean;
  /** What is selected, by kind and number; null for nothing. */
  selected: { kind: Selection['kind']; index: number } | null;
}

const PANES: readonly Pane[] = ['gang', 'wen', 'mu'];
const KINDS: readonly Selection['kind'][] = [
  'node', 'term', 'phrase', 'set-phrase', 'announcement', 'parallelism', 'finding', 'document',
];

/** Reads a fragment; what makes no sense is left out. */
export function readFragment(hash: string): Place {
  const [first = '', ...rest] = hash.replace(/^#/, '').split('&');
  const [view = '', facet = ''] = first.split('.');
  const choices = new URLSearchParams(rest.join('&'));
  const pane = PANES.find((p) => p === choices.get('pane'));
  const kind = KINDS.find((k) => /^\d{1,9}$/.test(choices.get(k) ?? ''));
  return {
    view: viewOf(view),
    facet: /^[a-z-]{0,24}$/.test(facet) ? facet : '',
    pane: pane ?? 'wen',
    wide: choices.has('wide'),
    selected: kind === undefined ? null : { kind, index: Number(choices.get(kind)) },
  };
}

/** Writes one; what is as at first is left out. */
export function toFragment({ view, facet, pane, wide, selected }: Place): string {
  const parts = [facet === '' ? view : `${view}.${facet}`];
  if (selected !== null && KINDS.includes(selected.kind) && selected.index >= 0) parts.push(`${selected.kind}=${selected.index}`);
  if (pane !== 'wen') parts.push(`pane=${pane}`);
  if (wide) parts.push('wide');
  return `#${parts.join('&')}`;
}

/** Where one column is seen at a time, as in the style sheet. */
export const narrow = () => matchMedia('(max-width: 900px)').matches;

/** Puts a place into the address; from a step one can come back by the browser's own button. */
export function writeAddress(place: Place, step: boolean): void {
  const fragment = toFragment(place);
  if (step && fragment !== location.hash) history.pushState(null, '', fragment);
  else history.replaceState(null, '', fragment);
}

/** The address of the first page has no fragment. */
export function leaveAddress(): void {
  if (location.hash !== '') history.pushState(null, '', location.pathname + location.search);
}
