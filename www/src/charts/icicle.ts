// The outline as a strip: from left to right the text, from top to bottom the levels, widths are lengths.
import { rowsOf } from '../model/outline.js';
import { nameOf, type Reading, spanOf } from '../model/structure.js';
import { clip, type Scene, type Shape } from './scene.js';
import { shade, type Palette } from './types.js';

const ROW = 26;
/** Deeper levels are too narrow to be read here; the tree shows them. */
const MOST_LEVELS = 6;

/** Levels below each other over the length of the text. */
export function icicle(reading: Reading, selected: number, palette: Palette, width: number): Scene {
  const rows = rowsOf(reading.report).filter((row) => row.level <= MOST_LEVELS);
  const scale = width / Math.max(1, reading.text.length);
  const shapes: Shape[] = [];
  for (const row of rows) {
    const [start, end] = spanOf(reading.report, row);
    const box = { x: start * scale, y: (row.level - 1) * ROW, width: Math.max(0.5, (end - start) * scale - 1), height: ROW - 2 };
    const chosen = row.kind === 'node' && row.index === selected;
    const { fill, opacity, ink } = chosen ? { fill: palette.accent, opacity: 1, ink: palette.paper } : shade(row.level, palette);
    const name = nameOf(reading, row);
    const key = row.kind === 'node' ? row.index : -1 - row.index;
    shapes.push({ kind: 'box', ...box, fill, opacity, key, title: name });
    const words = clip(name, 12, box.width - 6);
    if (words !== '') shapes.push({ kind: 'label', x: box.x + 4, y: box.y + 16.5, lines: [words], size: 12, fill: ink, key, title: name });
  }
  const levels = Math.max(1, ...rows.map((row) => row.level));
  return { width, height: levels * ROW, shapes };
}
