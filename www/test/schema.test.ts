// The published schema holds for real reports, and would notice a report that is wrong.
import { readFileSync } from 'node:fs';
import { gunzipSync } from 'node:zlib';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { beforeAll, describe, expect, it } from 'vitest';
import { Analyzer, initSync } from '../src/engine/wasm/gangmu.js';
import type { Report } from '../src/engine/report.js';
import { SAMPLES } from '../src/page/samples/index.js';

const part = (name: string) => readFileSync(new URL(`../src/engine/wasm/${name}`, import.meta.url));
const schema = JSON.parse(part('report.schema.json').toString()) as object;
// Rust's names of integers are formats unknown to validators; the ranges stand beside them.
const valid = new Ajv2020({ formats: { uint32: true, double: true } }).compile(schema);
let analyzer: Analyzer;

beforeAll(() => {
  initSync({ module: part('gangmu_bg.wasm') });
  analyzer = new Analyzer();
  analyzer.setDictionary(gunzipSync(part('dictionary.gz')));
  analyzer.setReference(gunzipSync(part('reference.gz')));
});

/** As JSON carries it. */
function read(text: string): Report {
  const analysis = analyzer.analyze(text);
  const report = JSON.parse(JSON.stringify(analysis.report())) as Report;
  analysis.free();
  return report;
}

describe('report.schema.json', () => {
  it.each([...SAMPLES.map((sample): [string, string] => [sample.name, sample.text]), ['nothing', ''], ['odd', '\ud800一、\u0000'], ['promises', '讲三点意见：一是甲。']])('holds for %s', (_name, text) => {
    valid(read(text));
    expect(valid.errors).toBeNull();
  });

  it.each([
    ['another version', (report: Report) => Object.assign(report, { schema: 'gangmu-report/9' })],
    ['a field that is missing', (report: Report) => Reflect.deleteProperty(report.outline[0] ?? {}, 'parent')],
    ['a span of three', (report: Report) => Object.assign(report.outline[0] ?? {}, { span: [0, 1, 2] })],
    ['an unknown scheme', (report: Report) => Object.assign(report.outline[0] ?? {}, { scheme: 'roman' })],
  ])('refuses %s', (_name, spoil) => {
    const report = read('一、甲事\n二、乙事\n');
    spoil(report);
    expect(valid(report)).toBe(false);
  });
});
