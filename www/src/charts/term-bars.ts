// Bars of the most frequent terms, longest on top.
import { type ChartOption, ground, type Keyed, type Palette } from './types.js';

/** One bar. */
export interface Bar extends Keyed {
  name: string;
  value: number;
  selected: boolean;
}

/** Horizontal bars in the order given. */
export function termBars(bars: readonly Bar[], palette: Palette): ChartOption {
  return {
    ...ground(palette),
    grid: { left: 0, right: 44, top: 4, bottom: 0, containLabel: true },
    xAxis: { type: 'value', show: false },
    yAxis: {
      type: 'category',
      inverse: true,
      data: bars.map((bar) => bar.name),
      axisLine: { show: false },
      axisTick: { show: false },
      axisLabel: { color: (name) => (bars.some((bar) => bar.selected && bar.name === name) ? palette.accent : palette.ink), fontSize: 14, fontFamily: palette.font, margin: 12, width: 110, overflow: 'truncate' },
      triggerEvent: true,
    },
    series: [
      {
        type: 'bar',
        barWidth: 12,
        cursor: 'pointer',
        data: bars.map((bar) => ({
          value: bar.value,
          key: bar.key,
          itemStyle: { color: bar.selected ? palette.accent : palette.blue, borderRadius: [0, 1, 1, 0] },
        })),
        label: { show: true, position: 'right', color: palette.soft, fontSize: 12, fontFamily: palette.font },
        emphasis: { itemStyle: { color: palette.accent } },
      },
    ],
  };
}
