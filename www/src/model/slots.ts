// A group of like members as rows of cells: the frame's own words fixed, what varies in slots.
import type { ParallelismView, Units } from '../engine/report.js';
import type { Strings } from '../i18n/index.js';
import { line, type Reading } from './reading.js';
import type { DataTable } from './table.js';

/** A cell of the aligned table. */
export interface SlotCell {
  text: string;
  fixed: boolean;
}

/** How many slots stand side by side in the table of a group; without a frame, none. */
export function slotCount(group: ParallelismView): number {
  return Math.max(0, ...group.slots.map((slots) => slots.length));
}

/** A member cut at its slots: always `2 × slots + 1` cells, fixed and varying by turns, so that rows align. */
export function cellsOf(reading: Reading, group: ParallelismView, member: number): SlotCell[] {
  const span = group.members[member] ?? [0, 0];
  const slots = group.slots[member] ?? [];
  const cells: SlotCell[] = [];
  let at = span[0];
  const cell = (to: Units, fixed: boolean) => cells.push({ text: to[1] > to[0] ? line(reading, to, 80) : '', fixed });
  for (const slot of slots) {
    cell([at, Math.max(at, slot[0])], true);
    cell(slot, false);
    at = Math.max(at, slot[1]);
  }
  cell([at, span[1]], slots.length > 0);
  while (cells.length < 2 * slotCount(group) + 1) cells.push({ text: '', fixed: cells.length % 2 === 0 });
  return cells;
}

/** Every member of every group, a column a slot; keys are indices into the report's groups. */
export function slotTable(reading: Reading, groups: readonly number[], t: Strings['rhetoric']): DataTable {
  const all = groups.flatMap((index) => {
    const group = reading.report.parallelisms[index];
    return group ? [{ index, group }] : [];
  });
  const slots = Math.max(0, ...all.map(({ group }) => slotCount(group)));
  return {
    title: t.parallelism,
    columns: [
      { key: 'group', label: t.column.group, digits: 0 },
      { key: 'frame', label: t.column.frame, document: true },
      { key: 'figure', label: t.column.figure },
      { key: 'level', label: t.column.level },
      { key: 'member', label: t.column.member, document: true },
      ...Array.from({ length: slots }, (_, i) => ({ key: `slot${i + 1}`, label: t.column.slot(i + 1), document: true })),
    ],
    rows: all.flatMap(({ index, group }, number) =>
      group.members.map((member, i) => ({
        key: index,
        cells: [
          number + 1, group.frame, t.figure[group.figure], t.level[group.level], line(reading, member, 200),
          ...Array.from({ length: slots }, (_, s) => {
            const slot = group.slots[i]?.[s];
            return slot ? line(reading, slot, 200) : null;
          }),
        ],
      })),
    ),
  };
}
