// What every chart function takes besides the data, and what it gives.
import type { BarSeriesOption, GraphSeriesOption, HeatmapSeriesOption, ScatterSeriesOption, SunburstSeriesOption } from 'echarts/charts';
import type { AriaComponentOption, GridComponentOption, MarkAreaComponentOption, TooltipComponentOption, VisualMapComponentOption } from 'echarts/components';
import type { ComposeOption } from 'echarts/core';

/** An ECharts option of only the parts loaded. */
export type ChartOption = ComposeOption<
  | AriaComponentOption
  | BarSeriesOption
  | GraphSeriesOption
  | GridComponentOption
  | MarkAreaComponentOption
  | HeatmapSeriesOption
  | ScatterSeriesOption
  | SunburstSeriesOption
  | TooltipComponentOption
  | VisualMapComponentOption
>;

/** Resolved colours and face of the place the chart stands in. */
export interface Palette {
  paper: string;
  ink: string;
  soft: string;
  hair: string;
  accent: string;
  tint: string;
  blue: string;
  good: string;
  mark: string;
  font: string;
}

/** A datum that knows which thing of the report it shows. */
export interface Keyed {
  key: number;
}

/** Shared ground: no animation (calm, and the same picture every time), tooltips drawn as SVG text, never as markup. */
export function ground(palette: Palette): ChartOption {
  return {
    animation: false,
    textStyle: { fontFamily: palette.font, color: palette.ink },
    tooltip: {
      renderMode: 'richText',
      confine: true,
      backgroundColor: palette.paper,
      borderColor: palette.hair,
      textStyle: { color: palette.ink, fontFamily: palette.font, fontSize: 13 },
    },
  };
}

/** Surface and ink of a level: the topmost is the darkest, deeper ones are washes on which ink is read. */
export function shade(level: number, palette: Palette): { fill: string; opacity: number; ink: string } {
  if (level <= 1) return { fill: palette.blue, opacity: 1, ink: palette.paper };
  return { fill: palette.blue, opacity: Math.max(0.08, 0.38 - (level - 2) * 0.11), ink: palette.ink };
}
