// What is kept for the next visit: by digest, in place of other versions, and never more than a shorter way to the same bytes.
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { gunzipSync } from 'node:zlib';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { Core } from '../src/engine/core.js';
import { Kept } from '../src/engine/kept.js';
import { reportOf } from '../src/engine/joined.js';
import type { Analysis } from '../src/engine/wasm/gangmu.js';

const URLS = { dictionary: 'https://example.org/dictionary.gz', reference: 'https://example.org/reference.gz' };
const BYTES = new TextEncoder().encode('词 9 n\n');
const OTHER = new TextEncoder().encode('字 9 n\n');
const text = (bytes: Uint8Array) => new TextDecoder().decode(bytes);
const digestOf = (bytes: Uint8Array) => createHash('sha256').update(bytes).digest('hex');
const digests = (dictionary = BYTES, reference = BYTES) => ({ [URLS.dictionary]: digestOf(dictionary), [URLS.reference]: digestOf(reference) });

/** An answer as it is kept. */
interface Entry {
  bytes: Uint8Array<ArrayBuffer>;
  headers: [string, string][];
}

/** As much of a browser's `caches` as is used, one cache; `refuse` makes it reject everything, `full` only what is to be kept. */
class Caches {
  readonly kept = new Map<string, Entry>();
  refuse = false;
  full = false;
  /** Milliseconds it takes to find something. */
  slow = 0;

  #answer<T>(value: T): Promise<T> {
    return this.refuse ? Promise.reject(new DOMException('denied', 'SecurityError')) : Promise.resolve(value);
  }

  match = async (url: string) => {
    const entry = this.kept.get(url);
    if (this.slow > 0) await new Promise((resolve) => setTimeout(resolve, this.slow));
    return this.#answer(entry && new Response(entry.bytes, { headers: entry.headers }));
  };

  delete = () => this.#answer(this.kept.clear());
  open = () => this.#answer({
    keys: () => Promise.resolve([...this.kept.keys()].map((url) => ({ url }))),
    delete: ({ url }: { url: string }) => Promise.resolve(this.kept.delete(url)),
    put: async (url: string, answer: Response) => {
      if (this.full) throw new DOMException('no room', 'QuotaExceededError');
      this.kept.set(url, { bytes: new Uint8Array(await answer.arrayBuffer()), headers: [...answer.headers] });
    },
  });
}

let caches: Caches;
const ask = vi.fn(() => Promise.resolve('asked'));
const found = (kept: Kept, take = text) => kept.find(URLS.dictionary, take, ask);
const open = (given: Record<string, string>) => new Kept(Object.values(URLS), given);

beforeEach(() => {
  caches = new Caches();
  vi.stubGlobal('caches', caches);
  vi.useFakeTimers();
  ask.mockClear();
});

afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

/** Notes these bytes and waits until they are kept, or are not. */
async function keep(given: Record<string, string>, dictionary = BYTES, reference?: typeof BYTES | null): Promise<void> {
  vi.useFakeTimers();
  const kept = open(given);
  kept.note(URLS.dictionary, () => dictionary);
  if (reference !== null) kept.note(URLS.reference, () => reference ?? BYTES);
  kept.keepLater();
  await vi.advanceTimersByTimeAsync(5000);
  vi.useRealTimers();
  await new Promise((resolve) => setTimeout(resolve, 150));
}

/** Changes one byte of what is kept. */
function damage(): void {
  for (const { bytes } of caches.kept.values()) bytes[2] = (bytes[2] ?? 0) ^ 0x20;
}

describe('Kept', () => {
  it('gives on the next visit what was fetched on the first', async () => {
    await keep(digests());
    const kept = open(digests());
    expect(await found(kept)).toBe('词 9 n\n');
    expect(await kept.isSound()).toBe(true);
    expect(ask).not.toHaveBeenCalled();
  });

  it('asks the network for another version, and keeps that one only', async () => {
    await keep(digests());
    expect(await found(open(digests(OTHER)))).toBe('asked');
    await keep(digests(OTHER), OTHER);
    expect(caches.kept.size).toBe(1);
    expect(await found(open(digests(OTHER)))).toBe('字 9 n\n');
    expect(await found(open(digests()))).toBe('asked');
  });

  it('keeps nothing that differs from its digest, that has none, or that is not whole', async () => {
    await keep(digests(), OTHER);
    await keep({});
    await keep(digests(), BYTES, null);
    expect(caches.kept.size).toBe(0);
  });

  it('asks the network where nothing may be kept, or where nothing is said', async () => {
    caches.refuse = true;
    await keep(digests());
    expect(await found(open(digests()))).toBe('asked');
    caches.refuse = false;
    caches.full = true;
    await keep(digests());
    expect(await found(open(digests()))).toBe('asked');
    vi.stubGlobal('caches', { match: () => new Promise(() => undefined) });
    expect(await found(open(digests()))).toBe('asked');
    vi.stubGlobal('caches', undefined);
    const kept = open(digests());
    expect(await found(kept)).toBe('asked');
    expect(await kept.isSound()).toBe(true);
  });

  it('takes what is kept where it is found before the network answers, and where the network fails', async () => {
    await keep(digests());
    caches.slow = 30;
    let signal: AbortSignal | undefined;
    const slow = (given?: AbortSignal) => {
      signal = given;
      return new Promise<string>((resolve) => setTimeout(resolve, 200, 'asked'));
    };
    expect(await open(digests()).find(URLS.dictionary, text, slow)).toBe('词 9 n\n');
    expect(signal?.aborted).toBe(true);
    expect(await open(digests()).find(URLS.dictionary, text, () => Promise.reject(new TypeError('no network')))).toBe('词 9 n\n');
  });

  it('asks at once on a first visit, and waits where it has been before', async () => {
    await keep(digests());
    caches.slow = 60;
    const never = vi.fn(() => new Promise<string>(() => undefined));
    const visit = (returning: boolean) => new Kept(Object.values(URLS), digests(), returning).find(URLS.dictionary, text, never);
    expect(await visit(true)).toBe('词 9 n\n');
    expect(never).not.toHaveBeenCalled();
    expect(await visit(false)).toBe('词 9 n\n');
    expect(never).toHaveBeenCalledOnce();
  });

  it('says why where neither can be had', async () => {
    const failing = () => Promise.reject(new TypeError('no network'));
    await expect(open(digests()).find(URLS.dictionary, text, failing)).rejects.toThrow('no network');
    // a browser that never says what it keeps
    caches.match = () => new Promise(() => undefined);
    const silent = expect(open(digests()).find(URLS.dictionary, text, failing)).rejects.toThrow('no network');
    await vi.advanceTimersByTimeAsync(6000);
    await silent;
  });

  it('forgets what is refused, and what is not what was kept', async () => {
    vi.useRealTimers();
    await keep(digests());
    const refuse = () => {
      throw new Error('no dictionary');
    };
    expect(await found(open(digests()), refuse)).toBe('asked');
    expect(caches.kept.size).toBe(0);
    await keep(digests());
    damage();
    const kept = open(digests());
    await found(kept);
    expect(await kept.isSound()).toBe(false);
    expect(await kept.isSound()).toBe(false);
    expect(caches.kept.size).toBe(0);
    expect(await found(open(digests()))).toBe('asked');
  });

  it('asks the network where what is kept was cut off', async () => {
    await keep(digests());
    for (const entry of caches.kept.values()) entry.bytes = entry.bytes.slice(0, -1);
    expect(await found(open(digests()))).toBe('asked');
  });
});

describe('an analyzer with parts that are kept', () => {
  const part = (name: string) => new Uint8Array(readFileSync(new URL(`../src/engine/wasm/${name}`, import.meta.url)));
  const parts = { wasm: part('gangmu-first_bg.wasm'), dictionary: part('dictionary.gz'), reference: part('reference.gz') };
  const plain = { ...parts, dictionary: new Uint8Array(gunzipSync(parts.dictionary)), reference: new Uint8Array(gunzipSync(parts.reference)) };
  const urls = { wasm: 'https://example.org/first.wasm', ...URLS };
  const all = Object.values(urls);
  const TEXT = '在全区工作会议上的讲话\n\n同志们：\n一、认清形势\n　　形势逼人。一是任务重；二是时间紧。\n';

  /** The report as JSON, and what was fetched for it. */
  async function read(): Promise<[string, string[]]> {
    vi.useRealTimers();
    const fetched: string[] = [];
    vi.stubGlobal('fetch', (url: string) => {
      fetched.push(url);
      const name = (['wasm', 'dictionary', 'reference'] as const).find((name) => urls[name] === url) ?? 'wasm';
      return Promise.resolve(new Response(parts[name], { headers: { 'content-type': 'application/wasm' } }));
    });
    const given = Object.fromEntries((['wasm', 'dictionary', 'reference'] as const).map((name) => [urls[name], digestOf(plain[name])]));
    const assets = { wasm: part('gangmu_bg.wasm'), firstWasm: urls.wasm, dictionary: urls.dictionary, reference: urls.reference, digests: given };
    const core = new Core(assets, () => undefined);
    const { report, dictionaryError } = await core.analyze(TEXT, {}, () => undefined, (analysis: Analysis) => JSON.stringify(reportOf(analysis)));
    expect(dictionaryError).toBeNull();
    await new Promise((resolve) => setTimeout(resolve, 1700));
    core.dispose();
    return [report, fetched];
  }

  it('says the same, whether they are kept, damaged or to be fetched', async () => {
    const [first, fetched] = await read();
    expect(fetched).toEqual(all);
    expect(caches.kept.size).toBe(1);
    expect(await read()).toEqual([first, []]);
    // Words, where no checksum of the dictionary's own looks: what was read with them is read again with what is fetched.
    const sizes = new DataView(plain.dictionary.buffer, plain.dictionary.byteOffset + 28, 32);
    const [words = 0, names = 0, kinds = 0, characters = 0, groups = 0, suffixes = 0] = Array.from({ length: 8 }, (_, i) => sizes.getUint32(4 * i, true));
    const at = plain.wasm.length + 60 + names + kinds + characters + groups + words;
    for (const { bytes } of caches.kept.values()) bytes.fill(1, at, at + suffixes);
    expect(await read()).toEqual([first, [urls.dictionary, urls.reference]]);
    expect(caches.kept.size).toBe(0);
    expect(await read()).toEqual([first, all]);
  }, 20_000);
});
