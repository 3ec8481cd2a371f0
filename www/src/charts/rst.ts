// The RST tree as users of rstWeb know it: text units side by side, spans as bars above them, satellites with an arrow to their
// nucleus, several nuclei with straight lines; the relation stands at the line.
import type { Discourse } from '../model/discourse.js';
import { advance, type Scene, type Shape, wrap } from './scene.js';
import type { Palette } from './types.js';

/** Width of a unit's column. */
export const COLUMN = 136;
const ROW = 66;
const TOP = 26;
const SIZE = 12;
const LINES = 7;

/** What the picture needs besides the tree. */
export interface RstLook {
  /** Nodes whose children are shown. */
  open: ReadonlySet<number>;
  /** The node to mark, or -1. */
  selected: number;
  /** Words of a node. */
  words: (node: number) => string;
  /** The relation for people. */
  name: (relation: string) => string;
  /** On what a relation rests, with its signal. */
  ground: (node: number) => string;
  /** What the fold button does. */
  fold: (open: boolean, units: string) => string;
}

interface Place {
  left: number;
  right: number;
  /** Where lines meet it: above its own nucleus. */
  axis: number;
  y: number;
}

/** Lays out what is open and draws it; also tells where each node is. */
export function rstScene(tree: Discourse, look: RstLook, palette: Palette): { scene: Scene; places: Map<number, Place> } {
  const places = new Map<number, Place>();
  const shapes: Shape[] = [];
  let column = 0;
  let deepest = 0;
  // Without recursion: a chain of satellites may be as deep as the text is long.
  const stack = tree.roots.map((node) => ({ node, done: false })).reverse();
  while (stack.length > 0) {
    const top = stack.at(-1);
    if (top === undefined) break;
    const { node } = top;
    const children = look.open.has(node) ? (tree.children[node] ?? []) : [];
    const y = TOP + (tree.depth[node] ?? 0) * ROW;
    if (children.length === 0) {
      stack.pop();
      const left = column * COLUMN + 6;
      places.set(node, { left, right: left + COLUMN - 12, axis: left + COLUMN / 2 - 6, y });
      deepest = Math.max(deepest, y);
      column += 1;
    } else if (!top.done) {
      top.done = true;
      for (const child of [...children].reverse()) stack.push({ node: child, done: false });
    } else {
      stack.pop();
      const own = children.flatMap((child) => places.get(child) ?? []);
      const nuclei = children.filter((child) => tree.nodes[child]?.nuclearity !== 'satellite').flatMap((child) => places.get(child) ?? []);
      const anchors = nuclei.length > 0 ? nuclei : own;
      const axis = anchors.reduce((sum, place) => sum + place.axis, 0) / Math.max(1, anchors.length);
      places.set(node, { left: own[0]?.left ?? 0, right: own.at(-1)?.right ?? 0, axis, y });
    }
  }
  for (const [node, place] of places) {
    join(tree, look, palette, places, node, shapes);
    bar(tree, look, palette, node, place, shapes);
  }
  return { scene: { width: Math.max(1, column) * COLUMN, height: deepest + LINES * SIZE * 1.4 + 44, shapes }, places };
}

/** How the ground of a relation looks: rules are solid, what a model guessed is broken. */
export function lineOf(evidence: string, palette: Palette): { stroke: string; width: number; dash?: string } {
  if (evidence === 'cue') return { stroke: palette.accent, width: 1.8 };
  if (evidence === 'model') return { stroke: palette.blue, width: 1.2, dash: '4 3' };
  return { stroke: palette.soft, width: 1 };
}

/** The bar of a node, its units, its fold button; the words of what is not opened further. */
function bar(tree: Discourse, look: RstLook, palette: Palette, node: number, { left, right, axis, y }: Place, shapes: Shape[]): void {
  const chosen = node === look.selected;
  const [first, last] = tree.units[node] ?? [0, 0];
  const units = first === last ? String(first) : `${first}–${last}`;
  const words = look.words(node);
  shapes.push({ kind: 'box', x: left, y: y - 1, width: right - left, height: chosen ? 4 : 2, fill: chosen ? palette.accent : palette.ink, key: node, action: 'pick', title: words });
  const children = (tree.children[node] ?? []).length;
  const open = look.open.has(node);
  if (children > 0) {
    const said = look.fold(open, units);
    // Beside the number, where a long bar begins: its end may be far out of view.
    const x = left + advance(units) * 10.5 + 7;
    shapes.push(
      { kind: 'box', x: x - 4.5, y: y + 2, width: 24, height: 24, fill: palette.paper, opacity: 0, key: node, action: 'fold', title: said, focus: said },
      { kind: 'box', x, y: y + 5, width: 15, height: 15, fill: palette.paper, stroke: palette.soft, key: node, action: 'fold', title: said },
      { kind: 'label', x: x + 7.5, y: y + 16.5, lines: [open ? '−' : '+'], size: 12, anchor: 'middle', fill: palette.ink, key: node, action: 'fold', title: said },
    );
  }
  shapes.push({ kind: 'label', x: left, y: y + 14, lines: [units], size: 10.5, fill: palette.soft, key: node, action: 'pick', title: words });
  if (open && children > 0) {
    // A nucleus hangs from its bar.
    const hung = (tree.children[node] ?? []).filter((child) => tree.nodes[child]?.nuclearity !== 'satellite');
    if (hung.length === 1) shapes.push({ kind: 'stroke', d: `M${axis} ${y + 1}L${axis} ${y + ROW - 2}`, stroke: palette.soft, width: 1 });
    return;
  }
  const lines = wrap(words, SIZE, right - left, LINES);
  if (chosen) shapes.push({ kind: 'box', x: left - 3, y: y + 20, width: right - left + 6, height: lines.length * SIZE * 1.4 + 6, fill: palette.tint });
  shapes.push({ kind: 'label', x: left, y: y + 33, lines, size: SIZE, fill: palette.ink, key: node, action: 'pick', title: words });
}

/** Lines from the children of an open node to each other, or to it. */
function join(tree: Discourse, look: RstLook, palette: Palette, places: Map<number, Place>, node: number, shapes: Shape[]): void {
  if (!look.open.has(node)) return;
  const parent = places.get(node);
  const children = tree.children[node] ?? [];
  const nuclei = children.filter((child) => tree.nodes[child]?.nuclearity !== 'satellite');
  const [nucleus] = nuclei;
  if (nuclei.length > 1 && parent) {
    const [lead = -1] = nuclei;
    const relation = tree.nodes[lead]?.relation ?? '';
    for (const child of nuclei) {
      const at = places.get(child);
      const view = tree.nodes[child];
      if (at && view) shapes.push({ kind: 'stroke', d: `M${parent.axis} ${parent.y + 1}L${at.axis} ${at.y - 2}`, ...lineOf(view.evidence, palette), title: look.ground(child) });
    }
    name(look.name(relation), parent.axis, parent.y + 30, look.ground(lead), lead, palette, shapes);
  }
  let above = 0;
  for (const child of children) {
    const view = tree.nodes[child];
    const from = places.get(child);
    const to = nucleus === undefined ? undefined : places.get(nucleus);
    if (view?.nuclearity !== 'satellite' || from === undefined || to === undefined) continue;
    // Several satellites of one nucleus: each arch a little higher, so that their names do not meet.
    const rise = 24 + Math.min(2, above) * 9;
    above += 1;
    const start = (from.left + from.right) / 2;
    const end = start < to.axis ? Math.max(to.left + 4, to.axis - 10) : Math.min(to.right - 4, to.axis + 10);
    shapes.push({ kind: 'stroke', d: `M${start} ${from.y - 2}Q${(start + end) / 2} ${from.y - rise * 2 + 4} ${end} ${to.y - 3}`, arrow: true, ...lineOf(view.evidence, palette), title: look.ground(child) });
    name(look.name(view.relation), (start + end) / 2, from.y - rise + 6, look.ground(child), child, palette, shapes);
  }
}

/** A relation's name on a little paper, so that the line does not run through it. */
function name(words: string, x: number, y: number, title: string, key: number, palette: Palette, shapes: Shape[]): void {
  const width = advance(words) * 11.5 + 6;
  shapes.push(
    { kind: 'box', x: x - width / 2, y: y - 11, width, height: 15, fill: palette.paper, opacity: 0.92 },
    { kind: 'label', x, y, lines: [words], size: 11.5, anchor: 'middle', fill: palette.ink, key, action: 'pick', title },
  );
}
