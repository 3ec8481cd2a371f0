// The movement of the text as a strip: widths are lengths; each move has a colour, a pattern and its name.
import type { Move } from '../engine/report.js';
import type { Step } from '../model/moves.js';
import { advance, clip, type Pattern, type Scene, type Shape } from './scene.js';
import type { Palette } from './types.js';

/** How a move looks. */
interface Look {
  fill: string;
  opacity: number;
  pattern: Pattern;
  ink: string;
}

/** What stands beside the strip. */
export interface MovesLook {
  name: (move: Move) => string;
  /** What the legend says of a move. */
  share: (move: Move) => string;
  /** Whether this stretch is selected. */
  selected: (step: Step) => boolean;
}

const BAND = 34;
const MARKS = 16;
const LEGEND = 24;

/** The colours of a move: demands wear the accent, what was reached green, what is wrong hatched. */
export function lookOf(move: Move, palette: Palette): Look {
  const plain = (fill: string, opacity: number, ink: string): Look => ({ fill, opacity, pattern: 'plain', ink });
  switch (move) {
    case 'greet': return plain(palette.soft, 0.25, palette.ink);
    case 'set-scene': return plain(palette.soft, 0.6, palette.paper);
    case 'report-achievement': return plain(palette.good, 0.9, palette.paper);
    case 'name-problem': return { fill: palette.good, opacity: 0.18, pattern: 'cross', ink: palette.ink };
    case 'set-goal': return plain(palette.blue, 1, palette.paper);
    case 'argue-why': return { fill: palette.blue, opacity: 0.22, pattern: 'dots', ink: palette.ink };
    case 'demand': return plain(palette.accent, 1, palette.paper);
    case 'list-measure': return { fill: palette.accent, opacity: 0.16, pattern: 'lines', ink: palette.ink };
    case 'call-to-action': return { fill: palette.accent, opacity: 0.4, pattern: 'steps', ink: palette.ink };
    case 'close': return { fill: palette.soft, opacity: 0.2, pattern: 'lines', ink: palette.ink };
  }
}

/** Strip, section marks above it, legend below. Keys are indices of steps, then −1 − index of the move in the legend. */
export function movesScene(steps: readonly Step[], moves: readonly Move[], marks: readonly { at: number; label: string }[], length: number, look: MovesLook, palette: Palette, width: number): Scene {
  const scale = width / Math.max(1, length);
  const shapes: Shape[] = [];
  let free = 0;
  for (const { at, label } of marks) {
    const x = at * scale;
    const room = advance(label) * 11 + 4;
    if (x < free || x + room > width) continue;
    shapes.push({ kind: 'label', x, y: 11, lines: [label], size: 11, fill: palette.accent });
    free = x + room;
  }
  steps.forEach((step, key) => {
    const { fill, opacity, pattern, ink } = lookOf(step.move, palette);
    const x = step.span[0] * scale;
    const name = look.name(step.move);
    const wide = Math.max(1, (step.span[1] - step.span[0]) * scale - 1);
    const chosen = look.selected(step);
    shapes.push({
      kind: 'box', x, y: MARKS, width: wide, height: BAND, fill, opacity, pattern, over: palette.paper === fill ? palette.ink : fill, key, title: name,
      ...(chosen ? { stroke: palette.ink } : {}),
    });
    // On a pattern a word needs paper under it.
    const words = pattern === 'plain' ? clip(name, 11, wide - 4) : '';
    if (words === name) shapes.push({ kind: 'label', x: x + wide / 2, y: MARKS + BAND / 2 + 4, lines: [name], size: 11, anchor: 'middle', fill: ink, key, title: name });
  });
  let x = 0;
  let y = MARKS + BAND + 14;
  moves.forEach((move, i) => {
    const words = look.share(move);
    const room = 24 + advance(words) * 12 + 14;
    if (x + room > width && x > 0) {
      x = 0;
      y += LEGEND;
    }
    const { fill, opacity, pattern } = lookOf(move, palette);
    const key = -1 - i;
    shapes.push(
      { kind: 'box', x: x + 0.5, y: y + 0.5, width: 16, height: 12, fill, opacity, pattern, over: fill, stroke: palette.hair, key, focus: words, title: words },
      { kind: 'label', x: x + 22, y: y + 11, lines: [words], size: 12, fill: palette.ink, key, title: words },
    );
    x += room;
  });
  return { width, height: y + LEGEND, shapes };
}
