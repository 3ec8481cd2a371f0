// What is pointed at. Whoever emits it gives the places too, so that every view can follow without asking.
import type { Units } from '../engine/report.js';
import { occurrences, type Reading } from './reading.js';

/** Something chosen in one view and marked in all. */
export interface Selection {
  kind: 'node' | 'term' | 'phrase' | 'set-phrase' | 'announcement' | 'parallelism' | 'finding' | 'document' | 'passage';
  /** Its index in the report's list of that kind; -1 for a passage. */
  index: number;
  /** For people. */
  label: string;
  /** Every place, in text order. */
  spans: Units[];
  /** Which of the places is in view. */
  focus: number;
  /** A wider stretch that is lightly tinted: all a node governs. */
  scope?: Units;
}

/** The event every view sends. */
export type SelectEvent = CustomEvent<Selection>;

/** Selection of an outline node: its marker and heading. */
export function selectNode(reading: Reading, index: number): Selection | null {
  const node = reading.report.outline[index];
  if (node === undefined) return null;
  const head: Units = [Math.min(node.span[0], node.heading[0]), node.heading[1]];
  return { kind: 'node', index, label: node.marker + reading.text.slice(...node.heading), spans: [head], focus: 0, scope: node.span };
}

/** Selection of all occurrences of a term. */
export function selectTerm(reading: Reading, index: number, focus = 0): Selection | null {
  const term = reading.report.terms[index];
  if (term === undefined) return null;
  return { kind: 'term', index, label: term.text, spans: occurrences(reading, index), focus };
}

/** Selection of a list of places. */
export function selectSpans(kind: Selection['kind'], index: number, label: string, spans: Units[], focus = 0): Selection {
  return { kind, index, label, spans, focus };
}

/** The same thing, whichever place of it is in view. */
export function same(a: Selection | null, b: Selection | null): boolean {
  return a !== null && b !== null && a.kind === b.kind && a.index === b.index && a.label === b.label;
}
