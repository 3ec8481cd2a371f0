import { describe, expect, it } from 'vitest';
import { dispersion } from '../src/charts/dispersion.js';
import { heatMap } from '../src/charts/heat-map.js';
import { sunburst } from '../src/charts/sunburst.js';
import { termBars } from '../src/charts/term-bars.js';
import type { Palette } from '../src/charts/types.js';
import { countBySection } from '../src/model/figures.js';
import { nodeAt, rowsOf, sectionsOf } from '../src/model/outline.js';
import { blocksOf, groupsOf, piecesOf } from '../src/model/pieces.js';
import { headingOf, headOf, line, matches, occurrences, termAt } from '../src/model/reading.js';
import { node, report } from './report.js';

const PALETTE: Palette = { paper: '#fff', ink: '#000', soft: '#666', hair: '#ddd', accent: '#b00', tint: '#fee', blue: '#00b', good: '#070', mark: '#fd9', font: 'serif' };

describe('outline', () => {
  const document = { span: [0, 100] as [number, number], title: null, parent: null };
  const outline = [node(null, 1, 10, 60), node(0, 2, 20, 40), node(0, 2, 40, 60), node(null, 1, 60, 100)];
  const one = report({ documents: [document], outline });

  it('counts rows, siblings and descendants', () => {
    expect(rowsOf(one).map((r) => [r.level, r.position, r.siblings, r.descendants])).toEqual([[1, 1, 2, 2], [2, 1, 2, 0], [2, 2, 2, 0], [1, 2, 2, 0]]);
  });

  it('gives documents rows of their own when there are several', () => {
    const two = report({ documents: [{ ...document, span: [0, 60] }, { ...document, span: [60, 100], parent: 0 }], outline: [outline[0], node(null, 1, 60, 100, 1)].flatMap((n) => n ?? []) });
    expect(rowsOf(two).map((r) => [r.kind, r.level])).toEqual([['document', 1], ['node', 2], ['document', 2], ['node', 3]]);
  });

  it('finds the innermost node of a place', () => {
    expect([5, 15, 25, 59, 99].map((offset) => nodeAt(one, offset))).toEqual([-1, 0, 1, 2, 3]);
  });

  it('cuts sections that cover their document', () => {
    expect(sectionsOf(one, '开头').map((s) => s.span)).toEqual([[0, 10], [10, 60], [60, 100]]);
  });
});

describe('headings', () => {
  const text = '一、带动全乡工\n  作年年有起色\n落实。';
  const reading = { text } as never;

  it('reach to their end over the line ends of a hard wrap', () => {
    const wrapped = { ...node(null, 1, 0, 19), heading: [2, 7] as [number, number], wholeHeading: [2, 16] as [number, number] };
    expect(line(reading, headingOf(wrapped))).toBe('带动全乡工作年年有起色');
    expect(headOf(wrapped)).toEqual([0, 16]);
    expect(headOf(node(null, 1, 0, 19))).toEqual([0, 4]);
  });

  it('keep the blanks between words of other scripts', () => {
    expect(line({ text: 'Work  Report\n2026\n年' } as never, [0, 19])).toBe('Work Report 2026年');
  });
});

describe('occurrences', () => {
  const tokens = { starts: Uint32Array.of(0, 2, 4, 6), ends: Uint32Array.of(2, 4, 6, 7), terms: Uint32Array.of(1, 0, 1, 0xffffffff) };
  const term = (text: string) => ({ text, class: 'content' }) as never;
  const reading = { text: '群众建设群众。', tokens, report: report({ terms: [term('建设'), term('群众')] }) };

  it('come from tokens', () => {
    expect(occurrences(reading, 1)).toEqual([[0, 2], [4, 6]]);
    expect(termAt(reading, 5)).toBe(1);
    expect(termAt(reading, 6)).toBe(-1);
  });

  it('are searched for without tokens', () => {
    expect(occurrences({ ...reading, tokens: null }, 1)).toEqual([[0, 2], [4, 6]]);
    expect(matches('aaa', '')).toEqual([]);
  });

  it('are counted by section', () => {
    const sections = [{ span: [0, 4] as [number, number], label: '', node: -1 }, { span: [4, 7] as [number, number], label: '', node: -1 }];
    expect(countBySection(occurrences(reading, 1), sections)).toEqual([1, 1]);
  });
});

describe('pieces', () => {
  const everything = (text: string) => {
    const blocks = blocksOf(text, null);
    return groupsOf(text, blocks, 30).flatMap((group) => piecesOf(text, blocks, group));
  };

  it('are the lines, without their white space', () => {
    const text = '\n　　一、甲\r\n\r\n  乙  \n';
    expect(everything(text).map((p) => text.slice(p.start, p.end))).toEqual(['一、甲', '乙']);
  });

  it.each([
    ['one long line', '字。'.repeat(30_000)],
    ['one long line without a stop', 'a'.repeat(50_000)],
    ['surrogate pairs', '𠀀'.repeat(20_000)],
    ['many short lines', '字\n'.repeat(20_000)],
  ])('lose nothing of %s', (_name, text) => {
    const pieces = everything(text);
    expect(pieces.map((p) => text.slice(p.start, p.end)).join('')).toBe(text.replace(/\s/g, ''));
    expect(Math.max(...pieces.map((p) => p.end - p.start))).toBeLessThanOrEqual(4000);
    expect(pieces.every((p) => !/[\udc00-\udfff]/.test(text.charAt(p.start)))).toBe(true);
  });
});

describe('charts', () => {
  it('colour the selected bar and keep hostile names as data', () => {
    const option = termBars([{ name: '<img onerror=1>', value: 2, key: 0, selected: true }], PALETTE);
    expect(JSON.stringify(option)).toContain('"color":"#b00"');
    expect(option.yAxis).toMatchObject({ data: ['<img onerror=1>'] });
    expect(option.tooltip).toMatchObject({ renderMode: 'richText' });
  });

  it('draw a stroke for every occurrence', () => {
    const option = dispersion([{ name: '群众', key: 3, at: [[1, 0], [5, 1], [9, 2]], selected: false }], 10, [0, 5], null, PALETTE);
    const [, strokes] = option.series as unknown as { data: { value: number[]; key: number }[] }[];
    expect(strokes?.data.map((d) => [d.value, d.key])).toEqual([[[1, 0], 3], [[5, 0], 3], [[9, 0], 3]]);
  });

  it('make a cell for every term and section', () => {
    const table = { terms: [{ name: '甲', key: 7 }], sections: [{ name: '一', key: 0 }, { name: '二', key: 1 }], rates: [[0, 5]], counts: [[0, 1]] };
    const [heat] = heatMap(table, { term: -1, section: -1 }, PALETTE, () => '').series as unknown as { data: unknown[] }[];
    expect(heat?.data).toEqual([{ value: [0, 0, 0], key: 7, section: 0 }, { value: [1, 0, 5], key: 7, section: 1 }]);
  });

  it('nest the outline in rings', () => {
    const text = '一二三四五六七八九十'.repeat(10);
    const reading = { text, tokens: null, report: report({ documents: [{ span: [0, 100], title: null, parent: null }], outline: [node(null, 1, 0, 100), node(0, 2, 10, 100)] }) };
    const [rings] = sunburst(reading, 1, PALETTE).series as unknown as { data: { children: { value: number }[] }[] }[];
    expect(rings?.data[0]?.children[0]?.value).toBe(90);
  });
});
