// The very wasm the page loads, in Node: invariants of the report on the samples and on odd input.
import { readFileSync } from 'node:fs';
import { gunzipSync } from 'node:zlib';
import { beforeAll, describe, expect, it } from 'vitest';
import { type Analysis, Analyzer, initSync } from '../src/engine/wasm/gangmu.js';
import { reportOf } from '../src/engine/joined.js';
import type { Report, Units } from '../src/engine/report.js';
import { SAMPLES } from '../src/page/samples/index.js';

const part = (name: string) => readFileSync(new URL(`../src/engine/wasm/${name}`, import.meta.url));
let analyzer: Analyzer;

beforeAll(() => {
  initSync({ module: part('gangmu_bg.wasm') });
  analyzer = new Analyzer();
  analyzer.setDictionary(gunzipSync(part('dictionary.gz')));
  analyzer.setReference(gunzipSync(part('reference.gz')));
});

function read(text: string): Report {
  const analysis = analyzer.analyze(text);
  const report = analysis.report();
  analysis.free();
  return report;
}

function allSpans(report: Report): Units[] {
  return [
    ...report.documents.map((d) => d.span), ...report.blocks.map((b) => b.span),
    ...report.outline.flatMap((n) => [n.span, n.heading]), ...report.announcements.map((a) => a.span),
    ...report.setPhrases.flatMap((p) => p.spans), ...report.phrases.flatMap((p) => p.spans),
    ...report.parallelisms.flatMap((p) => p.members), ...report.findings.map((f) => f.span),
  ];
}

const ODD: [string, string][] = [
  ['nothing', ''], ['one character', '一'], ['lone surrogates', '一、\ud800二、\udc00'], ['NUL', '一、甲\u0000乙'],
  ['control and private use', '\u0001\u0002\ue000\ufffe一是'], ['bidi controls', '\u202e一、甲\u202c\u2066二、乙\u2069'],
  ['only white space', ' \n\u3000\r\n\t'], ['astral', '𠀀𠀁：一是𠀂；二是𠀃。'], ['many markers', '一是'.repeat(5000)],
];

describe('the report', () => {
  it.each([...SAMPLES.map((s): [string, string] => [s.name, s.text]), ...ODD])('holds for %s', (_name, text) => {
    const report = read(text);
    expect(report.schema).toBe('gangmu-report/1');
    expect(report.text.utf16Length).toBe(text.length);
    for (const [start, end] of allSpans(report)) {
      expect(start).toBeLessThanOrEqual(end);
      expect(end).toBeLessThanOrEqual(text.length);
    }
    report.outline.forEach((node, i) => {
      if (node.parent !== null) expect(node.parent).toBeLessThan(i);
      expect(node.document).toBeLessThan(report.documents.length);
    });
  });

  it('finds the three documents of the notice', () => {
    const report = read(SAMPLES[1]?.text ?? '');
    expect(report.documents.map((d) => d.parent)).toEqual([null, 0, 0]);
  });

  it('finds the three points of the speech, and that they keep its promise', () => {
    const text = SAMPLES[0]?.text ?? '';
    const report = read(text);
    expect(report.outline.filter((n) => n.depth === 1).map((n) => n.marker.trim())).toEqual(['一、', '二、', '三、']);
    expect(report.announcements.find((a) => text.slice(...a.span).includes('三点意见'))?.verdict).toBe('kept');
  });

  it('sees that the draft promises more than it gives', () => {
    const text = SAMPLES[2]?.text ?? '';
    expect(read(text).announcements.find((a) => text.slice(...a.span).includes('四点'))?.verdict).toBe('short');
  });

  it('counts terms at the places its tokens say', () => {
    const text = SAMPLES[0]?.text ?? '';
    const analysis = analyzer.analyze(text);
    const { terms } = analysis.report();
    const tokens = analysis.tokens();
    analysis.free();
    const counts = terms.map(() => 0);
    tokens.terms.forEach((term) => {
      if (term < terms.length) counts[term] = (counts[term] ?? 0) + 1;
    });
    expect(counts).toEqual(terms.map((term) => term.count));
    expect(terms.find((term) => term.class === 'content')?.text).toBe('群众');
  });

  it('throws errors with codes', () => {
    expect(() => analyzer.setDictionary(new Uint8Array([0xff, 0xfe, 0x00, 0xc0]))).toThrow(expect.objectContaining({ code: 'dictionary-corrupt' }));
    const refused = [{ maxTerms: 'many' }, { maxTerms: 1.5 }, { maxPhrases: -1 }, { maxPhrases: 2 ** 32 }, { rst: 1 }, { foldTraditional: null }, { terms: 3 }, 3];
    for (const options of refused) expect(() => analyzer.analyze('', options as object), JSON.stringify(options)).toThrow(expect.objectContaining({ code: 'options-invalid' }));
  });

  it('takes options that are left out, undefined or there', () => {
    const kinds = (options?: object | null) => {
      const { terms, phrases } = reportOf(analyzer.analyze(SAMPLES[0]?.text ?? '', options as object));
      return [terms.length, phrases.length];
    };
    const [terms, phrases] = kinds();
    expect(kinds({ maxTerms: 2 ** 32 - 1, foldTraditional: true, rst: false })).not.toEqual([terms, 0]);
    for (const options of [null, {}, { maxPhrases: undefined }, { maxTerms: 300, maxPhrases: 100 }]) expect(kinds(options)).toEqual([terms, phrases]);
    expect(kinds({ maxPhrases: 0 })).toEqual([terms, 0]);
  });
});

describe('later questions', () => {
  const ask = <T>(text: string, question: (analysis: Analysis) => T): T => {
    const analysis = analyzer.analyze(text);
    try {
      return question(analysis);
    } finally {
      analysis.free();
    }
  };
  const text = SAMPLES[0]?.text ?? '';

  it('lists every place of a word and of a pattern', () => {
    const { total, lines } = ask(text, (a) => a.concordance({ query: '群众', sort: 'left' }));
    expect(total).toBe(lines.length);
    expect(lines.every((line) => text.slice(...line.span) === '群众')).toBe(true);
    const places = ask(text, (a) => a.positions({ query: '[一二三四五六七八九十]是', kind: 'pattern' }));
    expect(text.slice(places[0], places[1])).toMatch(/是$/);
    expect(() => ask(text, (a) => a.concordance({ query: '(', kind: 'pattern' }))).toThrow(expect.objectContaining({ code: 'pattern-invalid' }));
  });

  it('writes tables that are read back', () => {
    const rows = JSON.parse(ask(text, (a) => a.table({ table: 'terms', format: 'json' }))) as { text: string; count: number }[];
    expect(rows.find((row) => row.text === '群众')?.count).toBeGreaterThan(5);
    expect(ask(text, (a) => a.table({ table: 'network', language: 'zh' })).startsWith('\uFEFF词,与,')).toBe(true);
  });

  it('takes words, and names the line that is wrong', () => {
    const count = (word: string) => read(text).terms.find((term) => term.text === word)?.count ?? 0;
    const before = count('群众');
    analyzer.setSplitWords('群众');
    expect(count('群众')).toBe(0);
    analyzer.setSplitWords('');
    analyzer.setStopWords('群众', false);
    expect(read(text).terms.find((term) => term.text === '群众')?.class).toBe('stop');
    analyzer.setStopWords('', false);
    expect(count('群众')).toBe(before);
    expect(() => analyzer.setUserWords('乡村 10 n\n好、坏')).toThrow(expect.objectContaining({ code: 'user-words-invalid', line: 2 }));
  });
});
