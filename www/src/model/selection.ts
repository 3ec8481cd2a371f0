// What is pointed at. Whoever emits it gives the places too, so that every view can follow without asking.
import type { Units } from '../engine/report.js';
import { headingOf, headOf, line, occurrences, type Reading } from './reading.js';

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
  return { kind: 'node', index, label: node.marker + line(reading, headingOf(node), Infinity), spans: [headOf(node)], focus: 0, scope: node.span };
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

/** Selection of the thing of a kind that has a number, as an address remembers it; null when there is none. */
export function selectionAt(reading: Reading, kind: Selection['kind'], index: number): Selection | null {
  const { report, text } = reading;
  const at = (spans: Units[] | undefined, label?: string) =>
    spans?.[0] === undefined ? null : selectSpans(kind, index, label ?? text.slice(...spans[0]), spans);
  switch (kind) {
    case 'node': return selectNode(reading, index);
    case 'term': return selectTerm(reading, index);
    case 'phrase': return at(report.phrases[index]?.spans, report.phrases[index]?.text);
    case 'set-phrase': return at(report.setPhrases[index]?.spans, report.setPhrases[index]?.text);
    case 'announcement': return at(report.announcements.slice(index, index + 1).map((a) => a.span));
    case 'finding': return at(report.findings.slice(index, index + 1).map((f) => f.span));
    case 'parallelism': return at(report.parallelisms[index]?.members, report.parallelisms[index]?.frame);
    case 'document': return at(report.documents.slice(index, index + 1).flatMap((d) => (d.title ? [d.title] : [])));
    case 'passage': return null;
  }
}

/** The same thing, whichever place of it is in view. */
export function same(a: Selection | null, b: Selection | null): boolean {
  return a !== null && b !== null && a.kind === b.kind && a.index === b.index && a.label === b.label;
}

/** Whether the place in view, or all a selected node governs, lies in one of the spans or holds one. */
export function touches({ spans, focus, scope }: Selection, others: readonly Units[]): boolean {
  const place = scope ?? spans[focus];
  if (place === undefined) return false;
  return others.some((span) => (span[0] <= place[0] && place[1] <= span[1]) || (place[0] <= span[0] && span[1] <= place[1]));
}
