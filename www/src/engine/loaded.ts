// One wasm with its dictionary: fetched, compiled, its tables set.
import type { Assets, Progress } from './analyzer.js';
import { GangmuError, isTrap, toGangmuError } from './error.js';
import { Kept } from './kept.js';
import { begin, deliver, type Table, unpacked } from './tables.js';
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
    this.#kept = new Kept(assets.digests);
    this.analyzer = this.#loadWasm((isFirst ? assets.firstWasm : null) ?? assets.wasm, onProgress).then(() => new this.#glue.Analyzer());
    // The tables are on their way while the wasm is fetched and compiled.
    const dictionary = begin(assets.dictionary, this.#kept);
    const reference = begin(assets.dictionary === null ? null : assets.reference, this.#kept);
    this.dictionary = this.#loadTables(dictionary, reference, onProgress).finally(() => {
      this.settled = true;
      this.#kept.keepLater();
    });
    // Asked for in `analyze`; until then a failure is not unhandled.
    this.analyzer.catch(() => undefined);
    this.dictionary.catch(() => undefined);
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
  async #loadWasm(wasm: Assets['wasm'], onProgress: (progress: Progress) => void): Promise<void> {
    if (typeof wasm !== 'string') return compile(this.#glue, wasm);
    const ask = () => fetchWasm(wasm, onProgress);
    const found = await this.#kept.find(wasm, ask);
    try {
      if (found.kept) return await compile(this.#glue, found.answer);
    } catch {
      await this.#kept.forget();
    }
    const answer = found.kept ? await ask() : found.answer;
    const copy = answer.clone();
    this.#kept.note(wasm, () => copy.arrayBuffer());
    await compile(this.#glue, answer);
  }

  async #loadTables(dictionary: Table | null, reference: Table | null, onProgress: (progress: Progress) => void): Promise<GangmuError | null> {
    const analyzer = await this.analyzer;
    if (dictionary === null) return new GangmuError('dictionary-unreachable', 'no dictionary was asked for');
    const setDictionary = (bytes: Uint8Array<ArrayBuffer>) => {
      analyzer.setDictionary(bytes);
      if (this.isFirst) this.tables.dictionary = bytes;
    };
    const setReference = (bytes: Uint8Array<ArrayBuffer>) => {
      analyzer.setReference(bytes);
      if (this.isFirst) this.tables.reference = bytes;
    };
    const onBytes = (loaded: number, total: number | undefined) => onProgress({ part: 'dictionary', loaded, total });
    const failed = (thrown: unknown) => {
      if (isTrap(thrown)) throw thrown;
      return toGangmuError(thrown, 'dictionary-unreachable');
    };
    const done = () => null;
    const compared = reference && deliver(this.#glue, reference, this.#kept, setReference).then(done, failed);
    const error = await deliver(this.#glue, dictionary, this.#kept, setDictionary, onBytes).then(done, failed);
    // Without the reference there is no keyness, and everything else.
    const missing = error === null && (await compared);
    if (missing) console.warn(missing);
    return error;
  }
}

/** Compiles what was found. */
async function compile(glue: Glue, source: Response | Exclude<Assets['wasm'], string>): Promise<void> {
  try {
    await glue.default({ module_or_path: source instanceof Uint8Array ? await gunzipped(source) : source });
  } catch (thrown) {
    const message = String(thrown);
    const blocked = /Content Security Policy|unsafe-eval|disallowed by embedder/i.test(message);
    throw new GangmuError(blocked ? 'wasm-blocked' : 'wasm-failed', message, { cause: thrown });
  }
}

/** Inlined in a script, the wasm comes compressed. */
async function gunzipped(bytes: Uint8Array<ArrayBuffer>): Promise<BufferSource> {
  if (bytes[0] !== 0x1f || bytes[1] !== 0x8b) return bytes;
  return new Response(new Blob([bytes]).stream().pipeThrough(new DecompressionStream('gzip'))).arrayBuffer();
}

/** The answer itself where it can be had: only of that one the browser keeps the compiled code for the next visit. */
async function fetchWasm(url: string, onProgress: (progress: Progress) => void): Promise<Response> {
  let response: Response;
  try {
    response = await fetch(url);
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
