// Words as points, company as lines: the larger the more frequent, the thicker the firmer.
import { type ChartOption, ground, type Palette } from './types.js';

/** One word. */
export interface Point {
  name: string;
  count: number;
  selected: boolean;
}

/** Two words in company, by their places in the list of points. */
export interface Tie {
  source: number;
  target: number;
  /** What tells how firm it is, greater than 0. */
  strength: number;
  /** For the pointer that rests on it. */
  title: string;
}

/** The points pushed apart and held by their ties; begun in a circle, so that it is the same picture every time. */
export function network(points: readonly Point[], ties: readonly Tie[], palette: Palette): ChartOption {
  const most = Math.max(1, ...points.map((point) => point.count));
  const firmest = Math.max(1e-9, ...ties.map((tie) => tie.strength));
  return {
    ...ground(palette),
    tooltip: {
      ...ground(palette).tooltip,
      formatter: (params) => (params as unknown as { data: { title: string } }).data.title,
    },
    series: [
      {
        type: 'graph',
        layout: 'force',
        force: { initLayout: 'circular', layoutAnimation: false, repulsion: 190, gravity: 0.12, edgeLength: [36, 120], friction: 0.5 },
        left: 30,
        right: 60,
        top: 16,
        bottom: 16,
        cursor: 'pointer',
        label: { show: true, position: 'right', distance: 3, color: palette.ink, fontFamily: palette.font, fontSize: 13, formatter: '{b}' },
        labelLayout: { hideOverlap: true },
        emphasis: { focus: 'adjacency', lineStyle: { opacity: 0.9 } },
        data: points.map((point, key) => ({
          id: String(key),
          name: point.name,
          title: `${point.name} · ${point.count}`,
          value: point.count,
          key,
          symbolSize: 5 + 17 * Math.sqrt(point.count / most),
          itemStyle: { color: point.selected ? palette.accent : palette.blue, opacity: 0.9 },
        })),
        links: ties.map((tie) => ({
          source: String(tie.source),
          target: String(tie.target),
          value: tie.strength,
          title: tie.title,
          key: -1,
          lineStyle: { color: palette.soft, width: 0.6 + 3.4 * Math.sqrt(tie.strength / firmest), opacity: 0.35, curveness: 0.08 },
        })),
      },
    ],
  };
}
