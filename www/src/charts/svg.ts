// A scene as an SVG file that stands alone: every string escaped, no script, no style sheet, nothing fetched.
import { escape } from '../model/markup.js';
import type { Palette } from './types.js';
import { type Pattern, type Scene, type Shape } from './scene.js';

/** Strokes of the patterns, in a tile of six by six. */
export const PATTERNS: Record<Exclude<Pattern, 'plain'>, string> = {
  lines: 'M0 6L6 0M-1 1L1 -1M5 7L7 5',
  dots: 'M1 1h1.4v1.4h-1.4zM4 4h1.4v1.4h-1.4z',
  cross: 'M0 0L6 6M6 0L0 6',
  steps: 'M0 3h6',
};

/** Paper left around a picture that stands alone, in pixels. */
export const PAPER_EDGE = 16;

/** The scene on paper, as a file; `edge` is left around it. */
export function toSvg(scene: Scene, palette: Palette, edge = 0): string {
  const [width, height] = [scene.width + 2 * edge, scene.height + 2 * edge];
  return `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="${-edge} ${-edge} ${width} ${height}" font-family="${escape(palette.font)}"><rect x="${-edge}" y="${-edge}" width="${width}" height="${height}" fill="${escape(palette.paper)}"/>${scene.shapes.map((shape) => drawn(shape)).join('')}</svg>`;
}

function drawn(shape: Shape): string {
  const title = shape.title === undefined ? '' : `<title>${escape(shape.title)}</title>`;
  switch (shape.kind) {
    case 'box': {
      const { x, y, width, height, fill, opacity, stroke, pattern, over, round } = shape;
      const at = `x="${x}" y="${y}" width="${width}" height="${height}" rx="${round ?? 0}" fill-opacity="${opacity ?? 1}"`;
      const tile = pattern === undefined || pattern === 'plain' || over === undefined ? '' : tiles(x, y, width, height, PATTERNS[pattern], over);
      return `<g>${title}<rect ${at} fill="${escape(fill)}"${stroke === undefined ? '' : ` stroke="${escape(stroke)}"`}/>${tile}</g>`;
    }
    case 'label': {
      const { x, y, lines, size, fill, anchor, weight, turn, leading } = shape;
      const turned = turn === undefined || turn === 0 ? '' : ` transform="rotate(${turn} ${x} ${y})"`;
      const spans = lines.map((line, i) => `<tspan x="${x}" y="${y + i * size * (leading ?? 1.4)}">${escape(line)}</tspan>`).join('');
      return `<text font-size="${size}" fill="${escape(fill)}" text-anchor="${anchor ?? 'start'}" font-weight="${weight ?? 400}"${turned}>${title}${spans}</text>`;
    }
    case 'stroke': {
      const { d, stroke, width, dash, arrow } = shape;
      const head = arrow === true ? `<path d="${arrowHead(d)}" fill="${escape(stroke)}"/>` : '';
      return `<g>${title}<path d="${d}" fill="none" stroke="${escape(stroke)}" stroke-width="${width}"${dash === undefined ? '' : ` stroke-dasharray="${dash}"`}/>${head}</g>`;
    }
  }
}

/** A pattern without `<pattern>`: ids of several pictures in one page would meet. */
function tiles(x: number, y: number, width: number, height: number, tile: string, colour: string): string {
  return `<svg x="${x}" y="${y}" width="${width}" height="${height}"><path d="${tiled(tile, width, height)}" fill="none" stroke="${escape(colour)}" stroke-width="0.8"/></svg>`;
}

/** The tile's strokes over a surface. */
export function tiled(tile: string, width: number, height: number): string {
  let path = '';
  for (let top = 0; top < height; top += 6) {
    for (let left = 0; left < width; left += 6) {
      path += tile.replace(/M(-?[\d.]+) (-?[\d.]+)(?:L(-?[\d.]+) (-?[\d.]+))?/g, (_, a: string, b: string, c?: string, d?: string) =>
        `M${+a + left} ${+b + top}${c === undefined ? '' : `L${+c + left} ${Number(d) + top}`}`);
    }
  }
  return path;
}

/** A small triangle at the end of a path, along its last direction. */
export function arrowHead(d: string): string {
  const numbers = (d.match(/-?[\d.]+/g) ?? []).map(Number);
  const [x0 = 0, y0 = 0, x1 = 0, y1 = 0] = numbers.slice(-4);
  const angle = Math.atan2(y1 - y0, x1 - x0);
  const point = (turn: number) => `${(x1 - 7 * Math.cos(angle + turn)).toFixed(1)} ${(y1 - 7 * Math.sin(angle + turn)).toFixed(1)}`;
  return `M${x1} ${y1}L${point(0.45)}L${point(-0.45)}Z`;
}
