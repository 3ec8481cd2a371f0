// A barcode: one row a term, one stroke an occurrence, the text from left to right.
import type { Units } from '../engine/report.js';
import { type ChartOption, ground, type Palette } from './types.js';

/** One row. */
export interface Strokes {
  name: string;
  key: number;
  /** Offsets, each with its number among the occurrences, in text order. */
  at: readonly (readonly [offset: number, focus: number])[];
  selected: boolean;
}

/** Strokes over the length of the text; `boundaries` are offsets where sections begin, `scope` is the stretch selected. */
export function dispersion(rows: readonly Strokes[], length: number, boundaries: readonly number[], scope: Units | null, palette: Palette): ChartOption {
  return {
    ...ground(palette),
    tooltip: { show: false },
    grid: { left: 0, right: 6, top: 6, bottom: 4, containLabel: true },
    xAxis: {
      type: 'value',
      min: 0,
      max: Math.max(1, length),
      show: false,
    },
    yAxis: {
      type: 'category',
      inverse: true,
      data: rows.map((row) => row.name),
      axisLine: { show: false },
      axisTick: { show: false },
      axisLabel: { color: (name) => (rows.some((row) => row.selected && row.name === name) ? palette.accent : palette.ink), fontSize: 13, fontFamily: palette.font, margin: 12, width: 96, overflow: 'truncate' },
      splitLine: { show: true, lineStyle: { color: palette.hair, width: 1 } },
      triggerEvent: true,
    },
    series: [
      {
        type: 'scatter',
        silent: true,
        symbol: 'rect',
        symbolSize: [1, 4],
        itemStyle: { color: palette.soft },
        data: rows.length > 0 ? boundaries.map((x) => [x, rows.length - 1]) : [],
        symbolOffset: [0, 14],
        ...(scope === null ? {} : { markArea: { silent: true, itemStyle: { color: palette.tint }, data: [[{ xAxis: scope[0] }, { xAxis: scope[1] }]] } }),
      },
      {
        type: 'scatter',
        symbol: 'rect',
        symbolSize: [2, 17],
        cursor: 'pointer',
        data: rows.flatMap((row, y) =>
          row.at.map(([x, focus]) => ({ value: [x, y], key: row.key, focus, itemStyle: { color: row.selected ? palette.accent : palette.blue, opacity: 0.8 } })),
        ),
      },
    ],
  };
}
