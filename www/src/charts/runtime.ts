// The parts of ECharts the page uses; loaded only when a chart is first shown.
import { BarChart, GraphChart, HeatmapChart, ScatterChart, SunburstChart } from 'echarts/charts';
import { AriaComponent, GridComponent, MarkAreaComponent, TooltipComponent, VisualMapComponent } from 'echarts/components';
import { init, use } from 'echarts/core';
import { SVGRenderer } from 'echarts/renderers';

use([BarChart, GraphChart, HeatmapChart, ScatterChart, SunburstChart, AriaComponent, GridComponent, MarkAreaComponent, TooltipComponent, VisualMapComponent, SVGRenderer]);

/** A chart drawn as SVG inside an element. */
export function draw(element: HTMLElement) {
  return init(element, null, { renderer: 'svg' });
}
