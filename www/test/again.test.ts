// What the page puts together after an edit is what a full run gives, in the very wasm the page loads.
import { readFileSync } from 'node:fs';
import { gunzipSync } from 'node:zlib';
import { expect, it } from 'vitest';
import { again } from '../src/engine/again.js';
import { add, type Report } from '../src/engine/report.js';
import { Analyzer, initSync } from '../src/engine/wasm/gangmu.js';
import { SAMPLES } from '../src/page/samples/index.js';

const part = (name: string) => readFileSync(new URL(`../src/engine/wasm/${name}`, import.meta.url));

/** What is typed, pasted and deleted; the same in every run. */
const EDITS = [
  (text: string, at: number) => text.slice(0, at) + '发展' + text.slice(at),
  (text: string, at: number) => text.slice(0, at) + '。\n' + text.slice(at),
  (text: string, at: number) => text.slice(0, at) + text.slice(at + 40),
  (text: string, at: number) => text.slice(0, at) + '\n四、狠抓落实\n要压实责任，要强化督查，要严肃问责。' + text.slice(at),
  (text: string) => text,
];

it('is the report of a full run, and shares with the one before what has stayed', () => {
  initSync({ module: part('gangmu_bg.wasm') });
  const analyzer = new Analyzer();
  analyzer.setDictionary(gunzipSync(part('dictionary.gz')));
  analyzer.setReference(gunzipSync(part('reference.gz')));
  let text = SAMPLES.map((sample) => sample.text).join('\n');
  let before: Report | undefined;
  let moved = 0;
  for (let number = 0; number < 60; number += 1) {
    text = EDITS[number % EDITS.length]?.(text, (number * 7919) % text.length) ?? text;
    const analysis = analyzer.reread(text);
    const parts: Partial<Report> = {};
    // now and then the report before was lost on its way
    const base = number % 7 === 0 ? undefined : number - 1;
    const shared = analyzer.reportAgain(analysis, number, base, (json) => add(parts, json));
    const whole = analyzer.analyze(text);
    const expected = whole.report();
    analysis.free();
    whole.free();
    expect(shared === null).toBe(base === undefined);
    const report: Report = shared !== null && before !== undefined ? again(before, parts as Report, shared) : (parts as Report);
    expect(report).toStrictEqual(expected);
    expect(Object.keys(report)).toEqual(Object.keys(expected));
    moved += shared === null ? 0 : shared.moves[1];
    // the first sentence is the very same object unless the edit was before it
    if (shared !== null && shared.moves[0] > 0) expect(report.moves[0]).toBe(before?.moves[0]);
    before = report;
  }
  expect(moved).toBeGreaterThan(1000);
  analyzer.free();
});
