// Pictures of our own as plain data: what to draw, where, in which colour. Pure functions make scenes; an element shows them,
// `toSvg` saves them.

/** How a surface is told apart from its neighbours besides its colour. */
export type Pattern = 'plain' | 'lines' | 'dots' | 'cross' | 'steps';

/** What a shape shows, so that a click on it leads there. */
interface Named {
  /** Index of the thing shown. */
  key?: number;
  /** What a click does, where there is more than one thing to do. */
  action?: string;
  /** For the pointer that rests on it. */
  title?: string;
  /** Makes it a button of this name, reached by keys. */
  focus?: string;
}

/** A filled rectangle. */
export interface Box extends Named {
  kind: 'box';
  x: number;
  y: number;
  width: number;
  height: number;
  fill: string;
  /** Of the fill, 1 by default. */
  opacity?: number;
  stroke?: string;
  pattern?: Pattern;
  /** Colour of the pattern. */
  over?: string;
  round?: number;
}

/** One or more lines of text; `y` is the first base line. */
export interface Label extends Named {
  kind: 'label';
  x: number;
  y: number;
  lines: readonly string[];
  size: number;
  fill: string;
  anchor?: 'start' | 'middle' | 'end';
  weight?: number;
  /** Degrees about its own place. */
  turn?: number;
  leading?: number;
}

/** A line. */
export interface Stroke extends Named {
  kind: 'stroke';
  d: string;
  stroke: string;
  width: number;
  dash?: string;
  /** A head at its end. */
  arrow?: boolean;
}

/** Anything drawn. */
export type Shape = Box | Label | Stroke;

/** A whole picture. */
export interface Scene {
  width: number;
  height: number;
  shapes: readonly Shape[];
}

/** Rough advance of a text in ems: Chinese characters one, others a little more than half. */
export function advance(text: string): number {
  let ems = 0;
  for (const character of text) ems += isWide(character) ? 1 : 0.56;
  return ems;
}

/** The text as far as it goes into a width, an ellipsis for the rest; empty where not even two characters go. */
export function clip(text: string, size: number, width: number): string {
  const room = width / size;
  if (advance(text) <= room) return text;
  let cut = '';
  let ems = 1;
  for (const character of text) {
    ems += isWide(character) ? 1 : 0.56;
    if (ems > room) break;
    cut += character;
  }
  return [...cut].length < 2 ? '' : `${cut}…`;
}

/** The text in lines of a width, the last one cut short where there are too many. */
export function wrap(text: string, size: number, width: number, most: number): string[] {
  const lines: string[] = [];
  let rest = [...text];
  while (rest.length > 0) {
    if (lines.length === most - 1) return [...lines, clip(rest.join(''), size, width)];
    let ems = 0;
    let taken = 0;
    for (const character of rest) {
      ems += isWide(character) ? 1 : 0.56;
      if (ems > width / size && taken > 0) break;
      taken += 1;
    }
    // A line does not begin with a closing mark.
    if (/^[，。、；：！？”’）》」』]$/u.test(rest[taken] ?? '') && taken > 1) taken += 1;
    lines.push(rest.slice(0, taken).join(''));
    rest = rest.slice(taken);
  }
  return lines;
}

function isWide(character: string): boolean {
  return /[\u1100-\u115f\u2018-\u201d\u2014\u2026\u2e80-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6f\uff00-\uff60\uffe0-\uffe6]|[\ud840-\ud87f]/u.test(character) || (character.codePointAt(0) ?? 0) >= 0x20000;
}
