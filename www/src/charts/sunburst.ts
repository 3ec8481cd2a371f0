// The outline by length: rings are levels, angles are characters.
import { type Row, rowsOf } from '../model/outline.js';
import { nameOf, type Reading, spanOf } from '../model/structure.js';
import { type ChartOption, ground, shade, type Palette } from './types.js';

interface Slice {
  name: string;
  value?: number;
  key: number;
  children: Slice[];
  itemStyle: { color: string; opacity: number };
  label: { color: string };
}

/** Rings beyond this many are hair-thin. */
const MOST_LEVELS = 5;

/** Rings of the outline's nodes; documents make the inner ring when there are several. */
export function sunburst(reading: Reading, selected: number, palette: Palette): ChartOption {
  return {
    ...ground(palette),
    tooltip: {
      ...ground(palette).tooltip,
      formatter: (params) => (params as unknown as { name: string }).name,
    },
    series: [
      {
        type: 'sunburst',
        data: slices(reading, selected, palette),
        radius: ['14%', '96%'],
        // In the order of the text, not of size.
        sort: (a, b) => a.dataIndex - b.dataIndex,
        nodeClick: false,
        label: { show: true, rotate: 'radial', fontFamily: palette.font, fontSize: 11, minAngle: 14, width: 62, overflow: 'truncate', ellipsis: '…' },
        itemStyle: { borderColor: palette.paper, borderWidth: 1.5 },
        emphasis: { focus: 'none' },
      },
    ],
  };
}

function slices(reading: Reading, selected: number, palette: Palette): Slice[] {
  const tops: Slice[] = [];
  const made: Slice[] = [];
  const rows = rowsOf(reading.report);
  rows.forEach((row, i) => {
    if (row.level > MOST_LEVELS) return;
    const chosen = row.kind === 'node' && row.index === selected;
    const { fill, opacity, ink } = chosen ? { fill: palette.accent, opacity: 1, ink: palette.paper } : shade(row.level, palette);
    const slice: Slice = {
      name: nameOf(reading, row),
      key: row.kind === 'node' ? row.index : -1 - row.index,
      children: [],
      itemStyle: { color: fill, opacity },
      label: { color: ink },
    };
    // A part is as long as its own text, not only as its points: without this, words before the first point would vanish.
    const [start, end] = spanOf(reading.report, row);
    slice.value = Math.max(1, end - start, sumOf(reading, rows, i));
    made[i] = slice;
    (made[row.parent]?.children ?? tops).push(slice);
  });
  return tops;
}

/** Lengths of the rows right below one. */
function sumOf(reading: Reading, rows: readonly Row[], parent: number): number {
  const below = rows.slice(parent + 1, parent + 1 + (rows[parent]?.descendants ?? 0));
  return below.reduce((sum, row) => {
    if (row.parent !== parent) return sum;
    const [start, end] = spanOf(reading.report, row);
    return sum + Math.max(1, end - start);
  }, 0);
}
