import { describe, expect, it } from 'vitest';
import { cloudScene, seeded, sizesOf } from '../src/charts/cloud.js';
import { icicle } from '../src/charts/icicle.js';
import { lookOf, movesScene } from '../src/charts/moves.js';
import { COLUMN, lineOf, type RstLook, rstScene } from '../src/charts/rst.js';
import type { Shape } from '../src/charts/scene.js';
import type { Palette } from '../src/charts/types.js';
import type { Move, ParallelismView, RstNodeView, RstView, Units } from '../src/engine/report.js';
import { STRINGS } from '../src/i18n/index.js';
import { skeleton } from '../src/model/brief.js';
import { discourseOf, oneMore, openLevels, relationsOf, shownAt } from '../src/model/discourse.js';
import type { Word } from '../src/model/frequent.js';
import { isIgnored, openFindings, setIgnored } from '../src/model/ignored.js';
import { sharesOf, stepsOf } from '../src/model/moves.js';
import { reportHtml } from '../src/model/report-html.js';
import { cellsOf } from '../src/model/slots.js';
import { node, report } from './report.js';

const PALETTE: Palette = { paper: '#fff', ink: '#000', soft: '#666', hair: '#ddd', accent: '#b00', tint: '#fee', blue: '#00b', good: '#070', mark: '#fd9', font: 'serif' };
const labels = (shapes: readonly Shape[]) => shapes.flatMap((shape) => (shape.kind === 'label' ? shape.lines : []));

describe('cloud', () => {
  const words: Word[] = [9, 4, 1].map((count, index) => ({ kind: 'term', index, text: '词'.repeat(index + 1), count }));

  it('makes areas of counts, and equal counts equally large', () => {
    const [a = 0, b = 0, c = 0] = sizesOf(words, 400);
    expect(b - c).toBeCloseTo(a - b, -1);
    expect(new Set(sizesOf(words.map((word) => ({ ...word, count: 5 })), 400)).size).toBe(1);
  });

  it('throws the same dice every time', () => {
    const [a, b] = [seeded(7), seeded(7)];
    const thrown = Array.from({ length: 100 }, () => a());
    expect(Array.from({ length: 100 }, () => b())).toEqual(thrown);
    expect(thrown.every((x) => x >= 0 && x < 1)).toBe(true);
    expect(new Set(thrown).size).toBe(100);
  });

  it('colours the selected word', () => {
    const scene = cloudScene(words, [{ x: 0, y: 0, size: 20, key: 0 }, { x: 9, y: 9, size: 14, key: 2 }], 2, PALETTE, [100, 80]);
    expect(scene.shapes.map((shape) => 'fill' in shape && shape.fill)).toEqual(['#000', '#b00']);
  });
});

describe('icicle', () => {
  it('is as wide as the text is long', () => {
    const text = '字'.repeat(100);
    const outline = [node(null, 1, 0, 50), node(0, 2, 10, 30), node(null, 1, 50, 100)];
    const scene = icicle({ text, tokens: null, report: report({ documents: [{ span: [0, 100], title: null, parent: null }], outline }) }, 1, PALETTE, 500);
    const boxes = scene.shapes.flatMap((shape) => (shape.kind === 'box' ? [[shape.x, shape.width, shape.y, shape.fill]] : []));
    expect(boxes).toEqual([[0, 249, 0, '#00b'], [50, 99, 26, '#b00'], [250, 249, 0, '#00b']]);
    expect(scene.height).toBe(52);
  });
});

describe('slots', () => {
  const text = '提升站位，找准定位；提升能力，找准方向。';
  const reading = { text, tokens: null, report: report() };
  const group: ParallelismView = {
    kind: 'pair', frame: '提升…，找准…', members: [[0, 9], [10, 19]], figure: 'frame', level: 'clause',
    slots: [[[2, 4], [7, 9]], [[12, 14], [17, 19]]],
  };
  it('stand between the words of the frame, in every member at the same place', () => {
    expect(cellsOf(reading, group, 1).map((cell) => [cell.text, cell.fixed])).toEqual([['提升', true], ['能力', false], ['，找准', true], ['方向', false], ['', true]]);
  });
  it('are missing without a frame: the member stands whole', () => {
    expect(cellsOf(reading, { ...group, slots: [[], []] }, 0)).toEqual([{ text: '提升站位，找准定位', fixed: false }]);
  });
  it('that one member lacks leave empty cells', () => {
    expect(cellsOf(reading, { ...group, slots: [[[2, 4], [7, 9]], [[12, 14]]] }, 1)).toHaveLength(5);
  });
});

describe('moves', () => {
  const said = (move: Move, start: number, end: number) => ({ move, span: [start, end] as Units, basis: 'cue' as const, cue: null });
  const moves = [said('set-scene', 0, 10), said('demand', 10, 20), said('demand', 20, 40)];
  it('that follow each other are one step', () => {
    expect(stepsOf(report({ moves })).map(({ move, span, sentences }) => [move, span, sentences.length])).toEqual([['set-scene', [0, 10], 1], ['demand', [10, 40], 2]]);
    expect(sharesOf(moves).map(({ share }) => share)).toEqual([0.25, 0.75]);
  });
  it('are never told apart by colour alone', () => {
    const looks = Object.keys(STRINGS.zh.move).map((move) => lookOf(move as Move, PALETTE));
    expect(new Set(looks.map(({ fill, opacity, pattern }) => `${fill} ${opacity} ${pattern}`)).size).toBe(10);
    const scene = movesScene(stepsOf(report({ moves })), ['set-scene', 'demand'], [], 40, { name: (m) => m, share: (m) => `${m} 1%`, selected: () => false }, PALETTE, 400);
    expect(labels(scene.shapes)).toEqual(expect.arrayContaining(['set-scene 1%', 'demand 1%']));
  });
});

describe('relations', () => {
  const made = (parent: number | null, nuclearity: RstNodeView['nuclearity'], relation: string, span: Units, evidence: RstNodeView['evidence'] = 'layout', signal: Units | null = null): RstNodeView =>
    ({ parent, nuclearity, relation, span, evidence, signal });
  // ((1 ←cause 2) ∥ 3): the satellite is named before its nucleus.
  const rst: RstView = {
    edus: [[0, 10], [10, 20], [20, 30]],
    nodes: [
      made(null, 'root', '', [0, 30]),
      made(0, 'nucleus', 'joint-list', [0, 20]),
      made(0, 'nucleus', 'joint-list', [20, 30], 'model'),
      made(1, 'satellite', 'causal-cause', [10, 20], 'cue', [10, 12]),
      made(1, 'nucleus', 'span', [0, 10]),
    ],
  };
  const tree = discourseOf(rst);
  const look = (open: ReadonlySet<number>): RstLook => ({ open, selected: -1, words: (i) => `词${i}`, name: (r) => r, ground: () => '', fold: () => '' });

  it('are listed once each, with their ground', () => {
    expect(relationsOf(tree).map(({ relation, evidence, signal, members, directed }) => [relation, evidence, signal, members, directed])).toEqual([
      ['joint-list', 'layout', null, [[0, 20], [20, 30]], false],
      ['causal-cause', 'cue', [10, 12], [[10, 20], [0, 10]], true],
    ]);
  });

  it('know their units', () => expect(tree.units).toEqual([[1, 3], [1, 2], [3, 3], [2, 2], [1, 1]]));

  it('open level by level', () => {
    expect([...openLevels(tree, 2)]).toEqual([0]);
    expect([...openLevels(tree, 9)]).toEqual([0, 1]);
    expect([...oneMore(tree, new Set())]).toEqual([0]);
    expect([...oneMore(tree, new Set([0]))]).toEqual([0, 1]);
    expect([shownAt(tree, new Set([0]), 12), shownAt(tree, new Set([0, 1]), 12), shownAt(tree, new Set(), 12), shownAt(tree, new Set(), 99)]).toEqual([1, 3, 0, -1]);
  });

  it('are drawn with units in text order, arrows from satellite to nucleus, guesses broken', () => {
    const { scene, places } = rstScene(tree, look(new Set([0, 1])), PALETTE);
    expect(scene.width).toBe(3 * COLUMN);
    expect((places.get(4)?.left ?? 0) < (places.get(3)?.left ?? 0)).toBe(true);
    const arrows = scene.shapes.flatMap((shape) => (shape.kind === 'stroke' && shape.arrow === true ? [shape.d] : []));
    expect(arrows).toHaveLength(1);
    const [from = 0, , , , to = 0] = (arrows[0]?.match(/-?[\d.]+/g) ?? []).map(Number);
    expect(from).toBeGreaterThan(to);
    expect(scene.shapes.some((shape) => shape.kind === 'stroke' && shape.dash !== undefined)).toBe(true);
    expect(lineOf('model', PALETTE).dash).toBeDefined();
    expect(lineOf('cue', PALETTE).dash).toBeUndefined();
    expect(labels(scene.shapes)).toEqual(expect.arrayContaining(['causal-cause', 'joint-list', '1–3', '词4']));
  });

  it('folded show their first words', () => {
    const { scene } = rstScene(tree, look(new Set([0])), PALETTE);
    expect(scene.width).toBe(2 * COLUMN);
    expect(labels(scene.shapes)).toContain('词1');
  });

  it('of a chain as deep as the text is long do not end the program', () => {
    const depth = 20_000;
    const nodes = [made(null, 'root', '', [0, depth + 1])];
    for (let i = 0; i < depth; i++) {
      nodes.push(made(2 * i, 'satellite', 'elaboration-additional', [i, i + 1]), made(2 * i, 'nucleus', 'span', [i + 1, depth + 1]));
    }
    const deep = discourseOf({ edus: Array.from({ length: depth + 1 }, (_, i): Units => [i, i + 1]), nodes });
    expect(rstScene(deep, look(openLevels(deep, depth * 2)), PALETTE).places.size).toBe(nodes.length);
    expect(relationsOf(deep)).toHaveLength(depth);
  });
});

describe('brief', () => {
  const text = '字'.repeat(200);
  const documents = [{ span: [0, 200] as Units, title: null, parent: null }];
  it('fits in ten lines', () => {
    const many = Array.from({ length: 15 }, (_, i) => node(null, 1, i * 10, i * 10 + 10));
    expect(skeleton({ text, tokens: null, report: report({ documents, outline: many }) })).toMatchObject({ left: 5, lines: { length: 10 } });
  });
  it('shows the second level when all of it fits', () => {
    const outline = [node(null, 1, 0, 90), node(0, 2, 10, 40), node(0, 2, 40, 90), node(null, 1, 90, 200)];
    expect(skeleton({ text, tokens: null, report: report({ documents, outline }) }).lines.map(({ depth }) => depth)).toEqual([1, 2, 2, 1]);
  });
});

describe('findings', () => {
  const finding = { code: 'gap', severity: 'error' as const, span: [0, 2] as Units, message: { zh: '缺', en: 'gap' }, rule: '', ruleEn: '' };
  it('stay ignored for the same words of the same document, wherever these move to', () => {
    const reading = { text: '二、好', tokens: null, report: report({ findings: [finding] }) };
    setIgnored(reading, finding, true);
    expect(openFindings(reading.report, reading.text)).toBe(0);
    expect(isIgnored({ ...reading, text: '另一篇' }, finding)).toBe(false);
    setIgnored(reading, finding, false);
    expect(openFindings(reading.report, reading.text)).toBe(1);
  });
});

describe('the saved report', () => {
  it.each(['zh', 'en'] as const)('in %s holds hostile words as text, no script and no address', (language) => {
    const evil = '</title><script>alert(1)</script><img src=x onerror=alert(1)>"\'&';
    const documents = [{ span: [0, evil.length] as Units, title: [0, evil.length] as Units, parent: null }];
    const findings = [{ code: 'x', severity: 'note' as const, span: [0, evil.length] as Units, message: { zh: evil, en: evil }, rule: evil, ruleEn: evil }];
    const source = reportHtml({ text: evil, tokens: null, report: report({ documents, findings, outline: [node(null, 1, 0, 40), node(null, 1, 40, 60)] }) }, STRINGS[language], language);
    expect(source).not.toMatch(/<script|<img|<link|javascript:|url\(/i);
    expect(source).toContain('&lt;script&gt;alert(1)&lt;/script&gt;');
    expect(source.match(/https?:\/\/[^"]*/g)?.every((address) => address === 'http://www.w3.org/2000/svg')).toBe(true);
  });
});
