// Words as large as they are frequent, laid out by d3-cloud; the same words always lie the same way.
import type { Word } from '../model/frequent.js';
import type { Scene } from './scene.js';
import type { Palette } from './types.js';

/** Where a word lies. */
export interface Placed {
  x: number;
  y: number;
  size: number;
  /** Index into the words given. */
  key: number;
}

const SMALLEST = 13;
const LARGEST = 46;

/** Sizes whose squares grow with the counts: what the eye compares are areas. */
export function sizesOf(words: readonly Word[], width: number): number[] {
  const counts = words.map((word) => word.count);
  const most = Math.sqrt(Math.max(1, ...counts));
  const least = Math.sqrt(Math.max(0, Math.min(...counts)));
  const largest = Math.min(LARGEST, Math.max(24, width / 9));
  return counts.map((count) => {
    const share = most === least ? 0.5 : (Math.sqrt(count) - least) / (most - least);
    return Math.round(SMALLEST + (largest - SMALLEST) * share);
  });
}

/** A generator whose numbers are the same every time (mulberry32). */
export function seeded(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  };
}

/** The placed words as a picture. */
export function cloudScene(words: readonly Word[], placed: readonly Placed[], selected: number, palette: Palette, size: [number, number]): Scene {
  const [width, height] = size;
  const sizes = placed.map((word) => word.size);
  const middle = (Math.max(...sizes, 0) + Math.min(...sizes, LARGEST)) / 2;
  return {
    width,
    height,
    shapes: placed.map(({ x, y, size: em, key }) => ({
      kind: 'label',
      x: width / 2 + x,
      y: height / 2 + y,
      lines: [words[key]?.text ?? ''],
      size: em,
      anchor: 'middle',
      fill: key === selected ? palette.accent : em >= middle ? palette.ink : palette.blue,
      weight: em >= middle ? 600 : 400,
      key,
      title: `${words[key]?.text ?? ''} ${words[key]?.count ?? 0}`,
    })),
  };
}

/** Lays words out; d3-cloud is fetched when the first cloud is shown. */
export async function layOut(words: readonly Word[], size: [number, number], font: string): Promise<Placed[]> {
  const { default: cloud } = await import('d3-cloud');
  const sizes = sizesOf(words, size[0]);
  const items = words.map((word, key) => ({ text: word.text, size: sizes[key] ?? SMALLEST, key }));
  return new Promise((done) => {
    cloud<(typeof items)[number] & { x?: number; y?: number }>()
      .size(size)
      .words(items)
      .font(font)
      .fontSize((word) => word.size)
      .fontWeight((word) => (word.size >= LARGEST / 2 ? 600 : 400))
      .padding(3)
      .rotate(0)
      .random(seeded(words.length))
      .on('end', (lain) => done(lain.map(({ x = 0, y = 0, size: em, key }) => ({ x, y, size: em, key }))))
      .start();
  });
}
