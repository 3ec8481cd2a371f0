// The outline by length: rings are levels, angles are characters.
import type { Report } from '../engine/report.js';
import { rowsOf } from '../model/outline.js';
import { line, type Reading } from '../model/reading.js';
import { type ChartOption, ground, type Palette } from './types.js';

interface Slice {
  name: string;
  value?: number;
  key: number;
  children: Slice[];
  itemStyle: { color: string; opacity: number };
}

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
        nodeClick: false,
        label: { show: true, rotate: 'radial', color: palette.paper, fontFamily: palette.font, fontSize: 11, minAngle: 14, width: 62, overflow: 'truncate', ellipsis: '…' },
        itemStyle: { borderColor: palette.paper, borderWidth: 1.5 },
        emphasis: { focus: 'none' },
      },
    ],
  };
}

function slices(reading: Reading, selected: number, palette: Palette): Slice[] {
  const { report } = reading;
  const tops: Slice[] = [];
  const made: Slice[] = [];
  rowsOf(report).forEach((row, i) => {
    const node = row.kind === 'node' ? report.outline[row.index] : undefined;
    const chosen = node !== undefined && row.index === selected;
    const slice: Slice = {
      name: nameOf(reading, report, row.kind, row.index),
      key: node ? row.index : -1 - row.index,
      children: [],
      itemStyle: { color: chosen ? palette.accent : palette.blue, opacity: Math.max(0.45, 1 - (row.level - 1) * 0.17) },
    };
    const span = node?.span ?? report.documents[row.index]?.span ?? [0, 0];
    if (row.descendants === 0) slice.value = Math.max(1, span[1] - span[0]);
    made[i] = slice;
    (made[row.parent]?.children ?? tops).push(slice);
  });
  return tops;
}

function nameOf(reading: Reading, report: Report, kind: 'node' | 'document', index: number): string {
  if (kind === 'node') {
    const node = report.outline[index];
    return node ? node.marker + line(reading, node.heading, 40) : '';
  }
  const title = report.documents[index]?.title;
  return title ? line(reading, title, 40) : String(index + 1);
}
