// Term × section: how often per ten thousand characters a term stands in each section.
import { type ChartOption, ground, type Palette } from './types.js';

/** What the columns have to share at the least, in pixels. */
const WIDTH = 230;

/** Counts of terms (rows) over sections (columns). */
export interface HeatTable {
  terms: { name: string; key: number }[];
  sections: { name: string; key: number }[];
  /** `rates[term][section]`. */
  rates: number[][];
  /** `counts[term][section]`. */
  counts: number[][];
}

/** Keys of the term and the section that are selected; -1 for none. */
export interface HeatChoice {
  term: number;
  section: number;
}

/** The table as cells, darker where denser. */
export function heatMap(table: HeatTable, chosen: HeatChoice, palette: Palette, describe: (term: string, section: string, count: number) => string): ChartOption {
  const highest = Math.max(1e-9, ...table.rates.flat());
  return {
    ...ground(palette),
    tooltip: {
      ...ground(palette).tooltip,
      formatter: (params) => {
        const { data } = params as unknown as { data: { value: [number, number, number] } };
        const [x, y] = data.value;
        return describe(table.terms[y]?.name ?? '', table.sections[x]?.name ?? '', table.counts[y]?.[x] ?? 0);
      },
    },
    grid: { left: 0, right: 0, top: 0, bottom: 0, containLabel: true },
    xAxis: {
      type: 'category',
      position: 'top',
      data: table.sections.map((section) => section.name),
      axisLine: { show: false },
      axisTick: { show: false },
      axisLabel: { color: (_, i) => (chosen.section >= 0 && table.sections[i ?? -1]?.key === chosen.section ? palette.accent : palette.soft), fontSize: 12, fontFamily: palette.font, interval: 0, width: Math.max(26, Math.floor(WIDTH / Math.max(1, table.sections.length)) - 4), overflow: 'truncate', ellipsis: '' },
    },
    yAxis: {
      type: 'category',
      inverse: true,
      data: table.terms.map((term) => term.name),
      axisLine: { show: false },
      axisTick: { show: false },
      axisLabel: { color: (name) => (table.terms.some((term) => term.key === chosen.term && term.name === name) ? palette.accent : palette.ink), fontSize: 13, fontFamily: palette.font, margin: 12, width: 96, overflow: 'truncate' },
      triggerEvent: true,
    },
    visualMap: { show: false, min: 0, max: highest, dimension: 2, inRange: { color: [palette.tint, palette.accent] } },
    series: [
      {
        type: 'heatmap',
        cursor: 'pointer',
        itemStyle: { borderColor: palette.paper, borderWidth: 2 },
        emphasis: { itemStyle: { borderColor: palette.ink, borderWidth: 1 } },
        data: table.rates.flatMap((row, y) =>
          row.map((rate, x) => ({ value: [x, y, rate], key: table.terms[y]?.key ?? -1, section: x })),
        ),
      },
    ],
  };
}
