// The movement of a speech: sentences that do the same in a row are one step.
import type { Move, MoveView, Report, Units } from '../engine/report.js';
import type { Strings } from '../i18n/index.js';
import { line, type Reading } from './reading.js';
import type { DataTable } from './table.js';

/** Sentences on end that do the same. */
export interface Step {
  move: Move;
  span: Units;
  sentences: Units[];
}

/** The steps, in text order. */
export function stepsOf(report: Report): Step[] {
  const steps: Step[] = [];
  for (const { move, span } of report.moves) {
    const last = steps.at(-1);
    if (last?.move === move) {
      last.span = [last.span[0], span[1]];
      last.sentences.push(span);
    } else {
      steps.push({ move, span, sentences: [span] });
    }
  }
  return steps;
}

/** Characters each move takes, and its share, in the order of first appearance. */
export function sharesOf(moves: readonly MoveView[]): { move: Move; characters: number; share: number }[] {
  const lengths = new Map<Move, number>();
  let whole = 0;
  for (const { move, span } of moves) {
    lengths.set(move, (lengths.get(move) ?? 0) + span[1] - span[0]);
    whole += span[1] - span[0];
  }
  return [...lengths].map(([move, characters]) => ({ move, characters, share: characters / Math.max(1, whole) }));
}

/** Sentence by sentence, with what decided; keys are indices into the report's moves. */
export function moveTable(reading: Reading, t: Strings): DataTable {
  return {
    title: t.moves.heading,
    columns: [
      { key: 'sentence', label: t.moves.column.sentence, document: true },
      { key: 'move', label: t.moves.column.move },
      { key: 'basis', label: t.moves.column.basis },
      { key: 'cue', label: t.moves.column.cue, document: true },
      { key: 'characters', label: t.moves.column.characters, digits: 0 },
    ],
    rows: reading.report.moves.map(({ move, span, basis, cue }, key) => ({
      key,
      cells: [line(reading, span, 80), t.move[move], t.moveBasis[basis], cue ? line(reading, cue, 20) : null, span[1] - span[0]],
    })),
  };
}
