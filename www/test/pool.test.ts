// Who of a pool gets which text, and that what all of them load is fetched once.
import { afterEach, describe, expect, it, vi } from 'vitest';
import type { Analyzer, Assets, Result } from '../src/engine/analyzer.js';
import { AnalyzerPool, share } from '../src/engine/pool.js';
import { report } from './report.js';

const ASSETS: Assets = { wasm: new Uint8Array(), dictionary: null, reference: null };
const RESULT: Result = { report: report(), tokens: { starts: new Uint32Array(), ends: new Uint32Array(), terms: new Uint32Array() }, dictionaryError: null, rstError: null };

/** Members that answer when told to. */
function setUp(size: number) {
  const given: { member: number; text: string; answer: () => void }[] = [];
  let members = 0;
  const make = (): Analyzer => {
    const member = members++;
    const take = (text: string) => new Promise<Result>((resolve) => given.push({ member, text, answer: () => resolve(RESULT) }));
    return { analyze: take, ask: (text: string) => take(text) as never, dispose: () => undefined };
  };
  return { pool: new AnalyzerPool(() => ASSETS, make, size), given };
}

const settled = () => new Promise((done) => setTimeout(done));
afterEach(() => vi.unstubAllGlobals());

describe('AnalyzerPool', () => {
  it('reads as many texts at once as it is large, and gives the next to the first that is free', async () => {
    const { pool, given } = setUp(2);
    const all = ['甲', '乙', '丙'].map((text) => pool.analyze(text));
    await settled();
    expect(given.map((g) => g.member)).toEqual([0, 1, 0]);
    given[1]?.answer();
    await all[1];
    const last = pool.analyze('丁');
    await settled();
    expect(given[3]?.member).toBe(1);
    for (const { answer } of given) answer();
    await expect(Promise.all([...all, last])).resolves.toHaveLength(4);
  });

  it('gives what is left to whoever has least to read, not to whoever has fewest texts', async () => {
    const { pool, given } = setUp(2);
    for (const text of ['长'.repeat(100), '短', '一', '二', '三']) void pool.analyze(text);
    await settled();
    expect(given.map((g) => g.member)).toEqual([0, 1, 1, 1, 1]);
  });

  it('asks about a text where it was read', async () => {
    const { pool, given } = setUp(2);
    const read = [pool.analyze('甲'), pool.analyze('乙')];
    await settled();
    for (const { answer } of given) answer();
    await Promise.all(read);
    void pool.ask('乙', 'network', {});
    await settled();
    expect(given[2]).toMatchObject({ member: 1, text: '乙' });
  });

  it('refuses calls once disposed of', async () => {
    const { pool } = setUp(1);
    pool.dispose();
    await expect(pool.analyze('甲')).rejects.toMatchObject({ code: 'disposed' });
  });
});

describe('share', () => {
  it('fetches each part once and keeps the address of what it cannot have', async () => {
    const fetched: string[] = [];
    vi.stubGlobal('fetch', (url: string) => {
      fetched.push(url);
      return Promise.resolve(url === 'gone' ? new Response(null, { status: 404 }) : new Response(new Uint8Array([1, 2])));
    });
    const shared = await share({ wasm: new Uint8Array(), dictionary: 'dictionary', reference: 'gone' });
    expect(shared.dictionary).toEqual(new Uint8Array([1, 2]));
    expect(shared.reference).toBe('gone');
    expect(fetched.sort()).toEqual(['dictionary', 'gone']);
  });
});
