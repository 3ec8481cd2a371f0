// One wasm with its dictionary: fetched, compiled, its tables set.
import type { Assets, Progress } from './analyzer.js';
import { GangmuError, isTrap, toGangmuError } from './error.js';
import { Kept } from './kept.js';
import { deliver, type OnBytes, unpacked } from './tables.js';
import type { Analyzer as WasmAnalyzer } from './wasm/gangmu.js';
import * as whole from './wasm/gangmu.js';
import * as small from './wasm/gangmu-first.js';

type Glue = typeof whole;

/** The small one lacks what answers questions and builds trees: who wants these takes the whole one. */
const first = small as unknown as Glue;

/** The small wasm or the whole one, with its tables. */
export class Engine {
  /** Whether it gives reports only. */
  readonly isFirst: boolean;
  /** Resolves once the wasm is compiled. */
  readonly analyzer: Promise<WasmAnalyzer>;
  /** Resolves to why there will be no terms; a missing dictionary is no failure of the analyzer. */
  readonly dictionary: Promise<GangmuError | null>;
  /** Whether the tables are set, or cannot be had. */
  settled = false;
  /** The tables of the small one, kept for the whole one. */
  tables: Partial<Pick<Assets, 'dictionary' | 'reference'>> = {};
  readonly #glue: Glue;
  readonly #kept: Kept;

  constructor(assets: Assets, isFirst: boolean, onProgress: (progress: Progress) => void) {
    this.isFirst = isFirst;
    this.#glue = isFirst ? first : whole;
    const wasm = (isFirst ? assets.firstWasm : null) ?? assets.wasm;
    const reference = assets.dictionary === null ? null : assets.reference;
    // One piece for all pages: what begins with the whole one would keep another.
    this.#kept = new Kept(isFirst ? [wasm, assets.dictionary, reference] : [], assets.digests, assets.returning);
    this.analyzer = this.#loadWasm(wasm, onProgress);
    // The tables are on their way while the wasm is fetched and compiled.
    this.dictionary = this.#loadTables(assets.dictionary, reference, onProgress).finally(() => {
      this.settled = true;
      this.#kept.keepLater();
    });
    // Asked for in `analyze`; until then a failure is not unhandled.
    this.analyzer.catch(() => undefined);
    this.dictionary.catch(() => undefined);
  }

  /** Whether all that was kept and taken from there is whole: what is read with it is held back until this is known. */
  isSound(): Promise<boolean> {
    return this.#kept.isSound();
  }

  /** The bytes of one more table. */
  unpacked(source: string | Uint8Array): Promise<Uint8Array> {
    return unpacked(this.#glue, source);
  }

  /** Frees the wasm's memory. */
  dispose(): void {
    this.analyzer.then((analyzer) => analyzer.free(), () => undefined);
  }

  /** Compiles the analyzer from wherever it is. */
  async #loadWasm(wasm: Assets['wasm'], onProgress: (progress: Progress) => void): Promise<WasmAnalyzer> {
    try {
      await this.#glue.default({ module_or_path: await this.#findWasm(wasm, onProgress) });
    } catch (thrown) {
      if (thrown instanceof GangmuError) throw thrown;
      const message = String(thrown);
      const blocked = /Content Security Policy|unsafe-eval|disallowed by embedder/i.test(message);
      throw new GangmuError(blocked ? 'wasm-blocked' : 'wasm-failed', message, { cause: thrown });
    }
    return new this.#glue.Analyzer();
  }

  async #findWasm(wasm: Assets['wasm'], onProgress: (progress: Progress) => void): Promise<BufferSource | WebAssembly.Module> {
    if (typeof wasm === 'string') return this.#kept.find(wasm, moduleOf, (signal) => this.#fetchWasm(wasm, onProgress, signal));
    return wasm instanceof Uint8Array ? gunzipped(wasm) : wasm;
  }

  async #fetchWasm(url: string, onProgress: (progress: Progress) => void, signal?: AbortSignal): Promise<WebAssembly.Module> {
    const answer = await fetchWasm(url, onProgress, signal);
    if (this.#kept.keeps(url)) {
      const copy = answer.clone();
      this.#kept.note(url, () => copy.arrayBuffer());
    }
    return WebAssembly.compileStreaming(answer);
  }

  async #loadTables(dictionary: Assets['dictionary'], reference: Assets['reference'], onProgress: (progress: Progress) => void): Promise<GangmuError | null> {
    const get = (name: 'dictionary' | 'reference', source: string | Uint8Array, onBytes?: OnBytes) =>
      deliver(this.#glue, this.analyzer, source, this.#kept, (analyzer, bytes) => {
        if (name === 'dictionary') analyzer.setDictionary(bytes);
        else analyzer.setReference(bytes);
        if (this.isFirst) this.tables[name] = bytes;
      }, onBytes).then(() => null, failed);
    const onBytes = (loaded: number, total: number | undefined) => onProgress({ part: 'dictionary', loaded, total });
    const needed = dictionary === null ? null : get('dictionary', dictionary, onBytes);
    const compared = reference === null ? null : get('reference', reference);
    const error = await needed;
    await this.analyzer;
    if (dictionary === null) return new GangmuError('dictionary-unreachable', 'no dictionary was asked for');
    // Without the reference there is no keyness, and everything else.
    const missing = error === null && (await compared);
    if (missing) console.warn(missing);
    return error;
  }
}

/** Why a table is missing. */
function failed(thrown: unknown): GangmuError {
  if (isTrap(thrown)) throw thrown;
  return toGangmuError(thrown, 'dictionary-unreachable');
}

/** What is kept is compiled at once: on two busy cores, to have it done by other threads takes longer than doing it. */
function moduleOf(bytes: Uint8Array<ArrayBuffer>): WebAssembly.Module | Promise<WebAssembly.Module> {
  try {
    return new WebAssembly.Module(bytes);
  } catch (thrown) {
    // Older browsers do not compile so much on the page's thread.
    if (thrown instanceof RangeError) return WebAssembly.compile(bytes);
    throw thrown;
  }
}

/** Inlined in a script, the wasm comes compressed. */
async function gunzipped(bytes: Uint8Array<ArrayBuffer>): Promise<BufferSource> {
  if (bytes[0] !== 0x1f || bytes[1] !== 0x8b) return bytes;
  return new Response(new Blob([bytes]).stream().pipeThrough(new DecompressionStream('gzip'))).arrayBuffer();
}

/** The answer itself where it can be had: only of that one the browser keeps the compiled code for the next visit. */
async function fetchWasm(url: string, onProgress: (progress: Progress) => void, signal?: AbortSignal): Promise<Response> {
  let response: Response;
  try {
    response = await fetch(url, { signal: signal ?? null });
  } catch (thrown) {
    throw new GangmuError('wasm-unreachable', `${url}: ${String(thrown)}`, { cause: thrown });
  }
  if (!response.ok) throw new GangmuError('wasm-unreachable', `${url}: HTTP status ${response.status}`);
  const length = Number(response.headers.get('content-length') ?? '');
  onProgress({ part: 'wasm', loaded: 0, total: length > 0 ? length : undefined });
  if (response.headers.get('content-type') === 'application/wasm') return response;
  // The type is set here, so that a server's wrong MIME type does not matter.
  return new Response(response.body, { headers: { 'content-type': 'application/wasm' } });
}
