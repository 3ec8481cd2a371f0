import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { WorkerAnalyzer, type WorkerLike } from '../src/engine/client.js';
import type { Reply, Request } from '../src/engine/protocol.js';
import { report } from './report.js';

const ASSETS = () => ({ wasm: 'w', dictionary: 'd', reference: null });
const NONE = { starts: new Uint32Array(), ends: new Uint32Array(), terms: new Uint32Array() };

/** A worker that answers only when the test says so. */
class FakeWorker implements WorkerLike {
  readonly sent: Request[] = [];
  terminated = false;
  #onMessage: ((event: MessageEvent<Reply>) => void)[] = [];
  #onError: ((event: Event) => void)[] = [];

  postMessage(message: Request): void {
    this.sent.push(message);
  }
  terminate(): void {
    this.terminated = true;
  }
  addEventListener(type: string, listener: ((event: MessageEvent<Reply>) => void) | ((event: Event) => void)): void {
    if (type === 'message') this.#onMessage.push(listener);
    else if (type === 'error') this.#onError.push(listener as (event: Event) => void);
  }
  reply(data: Reply): void {
    for (const listener of this.#onMessage) listener({ data } as MessageEvent<Reply>);
  }
  crash(): void {
    for (const listener of this.#onError) listener(new Event('error', { cancelable: true }));
  }
  done(id: number): void {
    this.reply({ kind: 'part', id, report: JSON.stringify(report()) });
    this.reply({ kind: 'done', id, tokens: NONE, dictionaryError: null, rstError: null });
  }
  get texts(): string[] {
    return this.sent.flatMap((m) => (m.kind === 'analyze' ? [m.text] : []));
  }
}

function setUp() {
  const workers: FakeWorker[] = [];
  const analyzer = new WorkerAnalyzer(ASSETS, () => {
    const worker = new FakeWorker();
    workers.push(worker);
    return worker;
  });
  const worker = (i: number) => {
    const found = workers[i];
    if (found === undefined) throw new Error(`no worker ${i}`);
    return found;
  };
  return { analyzer, workers, worker };
}

beforeEach(() => vi.useFakeTimers());
afterEach(() => vi.useRealTimers());

describe('WorkerAnalyzer', () => {
  it('makes no worker before the first text, then opens it once', async () => {
    const { analyzer, workers, worker } = setUp();
    expect(workers).toHaveLength(0);
    const first = analyzer.analyze('甲');
    const second = analyzer.analyze('乙');
    expect(worker(0).sent.map((m) => m.kind)).toEqual(['open', 'analyze', 'analyze']);
    worker(0).done(2);
    worker(0).done(1);
    await expect(Promise.all([first, second])).resolves.toHaveLength(2);
  });

  it('tells progress and the outline to the request that waits', async () => {
    const { analyzer, worker } = setUp();
    const seen: string[] = [];
    const result = analyzer.analyze('甲', { onProgress: (p) => seen.push(`${p.part} ${p.loaded}`), onOutline: () => seen.push('outline') });
    worker(0).reply({ kind: 'progress', progress: { part: 'wasm', loaded: 7, total: undefined } });
    worker(0).reply({ kind: 'part', id: 1, report: JSON.stringify(report()) });
    worker(0).reply({ kind: 'outline', id: 1 });
    worker(0).done(1);
    await result;
    expect(seen).toEqual(['wasm 7', 'outline']);
  });

  it('puts a report together that comes in parts', async () => {
    const { analyzer, worker } = setUp();
    const result = analyzer.analyze('甲');
    const [first, second] = [[0, 1], [2, 3]].map(([from, to]) => ({ kind: 'paragraph' as const, span: [from, to] as [number, number], document: 0 }));
    const { blocks, moves, ...rest } = report();
    worker(0).reply({ kind: 'part', id: 1, report: JSON.stringify({ ...rest, blocks: [first] }) });
    worker(0).reply({ kind: 'part', id: 1, report: JSON.stringify({ blocks: [second], moves }) });
    worker(0).reply({ kind: 'done', id: 1, tokens: NONE, dictionaryError: null, rstError: null });
    expect((await result).report).toEqual({ ...report(), blocks: [...blocks, first, second] });
  });

  it('puts a report together out of the one before and what is new, of those it still holds', async () => {
    const { analyzer, worker } = setUp();
    const block = (from: number, to: number) => ({ kind: 'paragraph' as const, span: [from, to] as [number, number], document: 0 });
    const before = { ...report(), blocks: [block(0, 1), block(2, 3), block(4, 5)] };
    const first = analyzer.analyze('甲\n乙\n丙');
    worker(0).reply({ kind: 'part', id: 1, report: JSON.stringify(before) });
    worker(0).reply({ kind: 'done', id: 1, tokens: NONE, dictionaryError: null, rstError: null });
    const held = await first;
    // what puts them together is fetched for a second text that is long
    const second = analyzer.analyze('乙'.repeat(9000));
    expect(worker(0).sent.at(-1)).not.toHaveProperty('base');
    worker(0).reply({ kind: 'part', id: 2, report: JSON.stringify(before) });
    worker(0).reply({ kind: 'done', id: 2, tokens: NONE, dictionaryError: null, rstError: null });
    const { report: base } = await second;
    await vi.dynamicImportSettled();
    const third = analyzer.analyze('甲\n丁乙\n丙');
    expect(worker(0).sent.at(-1)).toMatchObject({ id: 3, base: 2 });
    const none = [0, 0] as [number, number];
    const shared = { by: 1, documents: none, blocks: [1, 1] as [number, number], outline: none, announcements: none, parallelisms: none, devices: none, moves: none, findings: none };
    worker(0).reply({ kind: 'part', id: 3, report: JSON.stringify({ ...report(), blocks: [block(2, 4)] }) });
    worker(0).reply({ kind: 'shared', id: 3, shared });
    worker(0).reply({ kind: 'done', id: 3, tokens: NONE, dictionaryError: null, rstError: null });
    const { report: whole } = await third;
    expect(whole.blocks).toEqual([block(0, 1), block(2, 4), block(5, 6)]);
    expect(whole.blocks[0]).toBe(base.blocks[0]);
    expect(held.report.blocks).toEqual(before.blocks);
  });

  it('replaces a worker whose wasm trapped, and sends the innocent again', async () => {
    const { analyzer, workers, worker } = setUp();
    const guilty = analyzer.analyze('坏');
    const innocent = analyzer.analyze('好');
    const failure = expect(guilty).rejects.toMatchObject({ name: 'GangmuError', code: 'engine-crashed' });
    worker(0).reply({ kind: 'failed', id: 1, error: { code: 'engine-crashed', message: 'unreachable', line: undefined, stack: undefined }, fatal: true });
    await failure;
    expect(worker(0).terminated).toBe(true);
    expect(worker(1).texts).toEqual(['好']);
    worker(1).done(2);
    await innocent;
    expect(workers).toHaveLength(2);
  });

  it('keeps a worker after a failure that is not fatal', async () => {
    const { analyzer, workers, worker } = setUp();
    const failure = expect(analyzer.analyze('甲')).rejects.toMatchObject({ code: 'options-invalid' });
    worker(0).reply({ kind: 'failed', id: 1, error: { code: 'options-invalid', message: '', line: undefined, stack: undefined }, fatal: false });
    await failure;
    void analyzer.analyze('乙');
    expect(workers).toHaveLength(1);
  });

  it('fails what waits when the worker itself breaks, and works again with a new one', async () => {
    const { analyzer, worker } = setUp();
    const failure = expect(analyzer.analyze('甲')).rejects.toMatchObject({ code: 'worker-failed' });
    worker(0).crash();
    await failure;
    const next = analyzer.analyze('乙');
    worker(1).done(2);
    await next;
  });

  it('reports a worker that cannot be made', async () => {
    const analyzer = new WorkerAnalyzer(ASSETS, () => {
      throw new Error('refused');
    });
    await expect(analyzer.analyze('甲')).rejects.toMatchObject({ code: 'worker-failed' });
  });

  it('ends a busy worker on cancel and sends the others again', async () => {
    const { analyzer, worker } = setUp();
    const abort = new AbortController();
    const failure = expect(analyzer.analyze('长', { signal: abort.signal })).rejects.toMatchObject({ code: 'aborted' });
    const other = analyzer.analyze('短');
    abort.abort();
    await failure;
    vi.advanceTimersByTime(1000);
    expect(worker(0).terminated).toBe(true);
    expect(worker(1).texts).toEqual(['短']);
    worker(1).done(2);
    await other;
  });

  it('keeps a waiting worker on cancel', async () => {
    const { analyzer, workers, worker } = setUp();
    const abort = new AbortController();
    const failure = expect(analyzer.analyze('甲', { signal: abort.signal })).rejects.toMatchObject({ code: 'aborted' });
    abort.abort();
    worker(0).reply({ kind: 'cancelled', id: 1 });
    await failure;
    vi.advanceTimersByTime(1000);
    expect(worker(0).terminated).toBe(false);
    expect(workers).toHaveLength(1);
  });

  it('gives terms another chance after a dictionary that did not come', async () => {
    const { analyzer, workers, worker } = setUp();
    const result = analyzer.analyze('甲');
    worker(0).reply({ kind: 'part', id: 1, report: JSON.stringify(report()) });
    worker(0).reply({ kind: 'done', id: 1, tokens: NONE, dictionaryError: { code: 'dictionary-unreachable', message: '404', line: undefined, stack: undefined }, rstError: null });
    await expect(result).resolves.toMatchObject({ dictionaryError: { code: 'dictionary-unreachable' } });
    void analyzer.analyze('乙');
    expect(workers).toHaveLength(2);
  });

  it('refuses work after dispose', async () => {
    const { analyzer, worker } = setUp();
    const waiting = expect(analyzer.analyze('甲')).rejects.toMatchObject({ code: 'disposed' });
    analyzer.dispose();
    await waiting;
    expect(worker(0).terminated).toBe(true);
    await expect(analyzer.analyze('乙')).rejects.toMatchObject({ code: 'disposed' });
  });

  it('asks a question again of a worker that takes the place of another', async () => {
    const { analyzer, worker } = setUp();
    const abort = new AbortController();
    const failure = expect(analyzer.analyze('长', { signal: abort.signal })).rejects.toMatchObject({ code: 'aborted' });
    const answer = analyzer.ask('短', 'keywords', { most: 3 });
    abort.abort();
    await failure;
    vi.advanceTimersByTime(1000);
    expect(worker(1).sent[1]).toMatchObject({ kind: 'ask', text: '短', question: { kind: 'keywords', most: 3 } });
    worker(1).reply({ kind: 'answered', id: 2, answer: [] });
    await expect(answer).resolves.toEqual([]);
  });
});
