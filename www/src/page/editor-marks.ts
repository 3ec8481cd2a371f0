// The marks of the reader in the editor: what is selected, headings, promises, findings. They move with their words.
import { type Range, StateEffect, StateField } from '@codemirror/state';
import { Decoration, type DecorationSet, EditorView } from '@codemirror/view';
import type { Report, Units } from '../engine/report.js';
import { headOf } from '../model/reading.js';
import type { Selection } from '../model/selection.js';

/** New marks, of a text that the editor holds unchanged. */
export const setMarks = StateEffect.define<{ report: Report; selection: Selection | null; text: string }>();

const CLASS = {
  head: Decoration.mark({ class: 'm-head' }),
  promise: Decoration.mark({ class: 'm-promise' }),
  finding: Decoration.mark({ class: 'm-finding' }),
  hit: Decoration.mark({ class: 'm-hit' }),
  focus: Decoration.mark({ class: 'm-focus' }),
};

/** The marks as CodeMirror keeps them. */
export const marks = StateField.define<DecorationSet>({
  create: () => Decoration.none,
  update(value, transaction) {
    const fresh = transaction.effects.find((effect) => effect.is(setMarks));
    return fresh ? decorate(fresh.value, transaction.state.doc.length) : value.map(transaction.changes);
  },
  provide: (field) => EditorView.decorations.from(field),
});

function decorate({ report, selection, text }: { report: Report; selection: Selection | null; text: string }, length: number): DecorationSet {
  const place = placer(text);
  const ranges: Range<Decoration>[] = [];
  const add = (decoration: Decoration, spans: readonly Units[]) => {
    for (const span of spans) {
      const [from, to] = [place(span[0]), Math.min(length, place(span[1]))];
      if (from < to) ranges.push(decoration.range(from, to));
    }
  };
  add(CLASS.head, report.outline.map(headOf));
  add(CLASS.promise, report.announcements.map((a) => a.span));
  add(CLASS.finding, report.findings.filter((f) => f.severity !== 'note').map((f) => f.span));
  add(CLASS.hit, selection?.spans ?? []);
  const focus = selection?.spans[selection.focus];
  if (focus) add(CLASS.focus, [focus]);
  return Decoration.set(ranges, true);
}

/** From offsets of a text to those of the editor, which counts CR LF once. */
function placer(text: string): (offset: number) => number {
  if (!text.includes('\r\n')) return (offset) => offset;
  const pairs: number[] = [];
  for (let at = text.indexOf('\r\n'); at >= 0; at = text.indexOf('\r\n', at + 2)) pairs.push(at);
  return (offset) => {
    let low = 0;
    let high = pairs.length;
    while (low < high) {
      const middle = (low + high) >>> 1;
      if ((pairs[middle] ?? 0) < offset) low = middle + 1;
      else high = middle;
    }
    return offset - low;
  };
}
