// What is kept for the next visit: by digest, in place of other versions, and never more than a shorter way to the same bytes.
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { gunzipSync } from 'node:zlib';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { Core } from '../src/engine/core.js';
import { Kept } from '../src/engine/kept.js';
import type { Analysis } from '../src/engine/wasm/gangmu.js';

const URL_OF = 'https://example.org/dictionary.gz';
const BYTES = new TextEncoder().encode('词 9 n\n');
const digestOf = (bytes: Uint8Array) => createHash('sha256').update(bytes).digest('hex');
const address = (digest: string) => `https://gangmu.invalid/${digest}`;

/** As much of a browser's `caches` as is used, one cache; `refuse` makes it reject everything. */
class Caches {
  readonly kept = new Map<string, Uint8Array<ArrayBuffer>>();
  refuse = false;

  #answer<T>(value: T): Promise<T> {
    return this.refuse ? Promise.reject(new DOMException('denied', 'SecurityError')) : Promise.resolve(value);
  }

  #found(url: string): Response | undefined {
    const bytes = this.kept.get(url);
    return bytes && new Response(bytes);
  }

  match = (url: string) => this.#answer(this.#found(url));
  delete = () => this.#answer(this.kept.clear());
  open = () => this.#answer({
    keys: () => Promise.resolve([...this.kept.keys()].map((url) => ({ url }))),
    delete: ({ url }: { url: string }) => Promise.resolve(this.kept.delete(url)),
    put: async (url: string, answer: Response) => void this.kept.set(url, new Uint8Array(await answer.arrayBuffer())),
  });
}

let caches: Caches;
const ask = vi.fn(() => Promise.resolve(new Response('asked')));
const textOf = async (kept: Kept) => (await kept.find(URL_OF, ask)).answer.text();

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
async function keep(digests: Record<string, string>, bytes = BYTES): Promise<void> {
  const kept = new Kept(digests);
  kept.note(URL_OF, () => bytes);
  kept.keepLater();
  await vi.advanceTimersByTimeAsync(5000);
  vi.useRealTimers();
  await new Promise((resolve) => setTimeout(resolve, 20));
}

describe('Kept', () => {
  it('gives on the next visit what was fetched on the first', async () => {
    const digests = { [URL_OF]: digestOf(BYTES) };
    await keep(digests);
    expect(await textOf(new Kept(digests))).toBe('词 9 n\n');
    expect(ask).not.toHaveBeenCalled();
  });

  it('asks the network for another version, and keeps that one only', async () => {
    await keep({ [URL_OF]: digestOf(BYTES) });
    const other = new TextEncoder().encode('字 9 n\n');
    const digests = { [URL_OF]: digestOf(other) };
    expect(await textOf(new Kept(digests))).toBe('asked');
    vi.useFakeTimers();
    await keep(digests, other);
    expect([...caches.kept.keys()]).toEqual([address(digestOf(other))]);
  });

  it('keeps nothing that differs from its digest, and nothing that has none', async () => {
    await keep({ [URL_OF]: digestOf(BYTES) }, new TextEncoder().encode('字 9 n\n'));
    vi.useFakeTimers();
    await keep({});
    expect(caches.kept.size).toBe(0);
  });

  it('asks the network where nothing may be kept, or where nothing is said', async () => {
    const digests = { [URL_OF]: digestOf(BYTES) };
    caches.refuse = true;
    await keep(digests);
    expect(await textOf(new Kept(digests))).toBe('asked');
    vi.stubGlobal('caches', { match: () => new Promise(() => undefined) });
    expect(await textOf(new Kept(digests))).toBe('asked');
    vi.stubGlobal('caches', undefined);
    expect(await textOf(new Kept(digests))).toBe('asked');
    await new Kept(digests).forget();
  });

  it('falls back on what is kept where the network fails while it is looked up', async () => {
    const digests = { [URL_OF]: digestOf(BYTES) };
    vi.useRealTimers();
    vi.stubGlobal('caches', { match: () => new Promise((resolve) => setTimeout(resolve, 60, new Response(BYTES))) });
    const { answer } = await new Kept(digests).find(URL_OF, () => Promise.reject(new TypeError('no network')));
    expect(await answer.text()).toBe('词 9 n\n');
  });
});

describe('an analyzer with parts that are kept', () => {
  const part = (name: string) => new Uint8Array(readFileSync(new URL(`../src/engine/wasm/${name}`, import.meta.url)));
  const [wasm, dictionary, reference] = [part('gangmu_bg.wasm'), part('dictionary.gz'), part('reference.gz')];
  const plain = { dictionary: new Uint8Array(gunzipSync(dictionary)), reference: new Uint8Array(gunzipSync(reference)) };
  const urls = { dictionary: 'https://example.org/dictionary-1.gz', reference: 'https://example.org/reference-1.gz' };
  const digests = { [urls.dictionary]: digestOf(plain.dictionary), [urls.reference]: digestOf(plain.reference) };
  const TEXT = '在全区工作会议上的讲话\n\n同志们：\n一、认清形势\n　　形势逼人。一是任务重；二是时间紧。\n';

  /** The report as JSON, and what was fetched for it. */
  async function read(): Promise<[string, string[]]> {
    vi.useRealTimers();
    const fetched: string[] = [];
    vi.stubGlobal('fetch', (url: string) => {
      fetched.push(url);
      return Promise.resolve(new Response(url === urls.dictionary ? dictionary : reference));
    });
    const core = new Core({ wasm, dictionary: urls.dictionary, reference: urls.reference, digests }, () => undefined);
    const { report, dictionaryError } = await core.analyze(TEXT, {}, () => undefined, (analysis: Analysis) => JSON.stringify(analysis.report()));
    core.dispose();
    expect(dictionaryError).toBeNull();
    return [report, fetched];
  }

  it('says the same, whether they are kept, damaged or to be fetched', async () => {
    const [first, all] = await read();
    expect(all).toEqual([urls.dictionary, urls.reference]);
    const keepAll = (change: (bytes: Uint8Array) => Uint8Array<ArrayBuffer>) => {
      caches.kept.set(address(digestOf(plain.dictionary)), change(plain.dictionary));
      caches.kept.set(address(digestOf(plain.reference)), change(plain.reference));
    };
    keepAll((bytes) => bytes.slice());
    expect(await read()).toEqual([first, []]);
    keepAll((bytes) => bytes.slice(0, bytes.length / 2));
    expect(await read()).toEqual([first, all]);
    expect(caches.kept.size).toBe(0);
  });
});
