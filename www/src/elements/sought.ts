// What a view looks up before anybody has typed: the selected word, else the most frequent content word.
import type { Report } from '../engine/report.js';
import type { Selection } from '../model/selection.js';

/** A word or an expression; empty where there is none. */
export function soughtFrom(report: Report | null, selection: Selection | null): string {
  if (selection !== null && ['term', 'phrase', 'set-phrase'].includes(selection.kind)) return selection.label;
  return report?.terms.find((term) => term.class === 'content')?.text ?? '';
}
