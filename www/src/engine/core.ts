// Loads wasm and dictionary and runs analyses; the same code serves the worker and the local analyzer.
import type { Assets, Progress, Result, Setup } from './analyzer.js';
import { answer } from './answer.js';
import { GangmuError, toGangmuError } from './error.js';
import type { Answer, Asked, Question } from './questions.js';
import init, { type Analysis, Analyzer as WasmAnalyzer, fetchDictionary, unpack } from './wasm/gangmu.js';

const NO_TOKENS = { starts: new Uint32Array(), ends: new Uint32Array(), terms: new Uint32Array() };

/** What one analysis gives, the report as JSON. */
export type Written = Omit<Result, 'report'> & { report: string };

/** One wasm instance with its dictionary. */
export class Core {
  readonly #analyzer: Promise<WasmAnalyzer>;
  readonly #dictionary: Promise<GangmuError | null>;
  readonly #rstModel: Assets['rstModel'];
  #tree: Promise<GangmuError | null> | undefined;
  #settled = false;
  /** What was last read whole, for questions about it. */
  #last: { key: string; text: string; analysis: Analysis } | undefined;
  #words = '{}';

  constructor(assets: Assets, onProgress: (progress: Progress) => void) {
    this.#rstModel = assets.rstModel;
    // The tables are on their way while the wasm is fetched and compiled.
    const dictionary = begin(assets.dictionary);
    const reference = begin(assets.dictionary === null ? null : assets.reference);
    this.#analyzer = loadWasm(assets.wasm, onProgress).then(() => new WasmAnalyzer());
    this.#dictionary = this.#loadTables(dictionary, reference, onProgress).finally(() => {
      this.#settled = true;
    });
    // Asked for in `analyze`; until then a failure is not unhandled.
    this.#analyzer.catch(() => undefined);
    this.#dictionary.catch(() => undefined);
  }

  /** Resolves to why there will be no terms; a missing dictionary is no failure of the analyzer. */
  async #loadTables(dictionary: Table | null, reference: Table | null, onProgress: (progress: Progress) => void): Promise<GangmuError | null> {
    const analyzer = await this.#analyzer;
    if (dictionary === null) return new GangmuError('dictionary-unreachable', 'no dictionary was asked for');
    // Without the reference there is no keyness, and everything else.
    const compared = reference === null ? null : bytesOf(reference).catch(() => null);
    try {
      const report = (loaded: number, total: number | undefined) => onProgress({ part: 'dictionary', loaded, total });
      analyzer.setDictionary(await bytesOf(dictionary, report));
    } catch (thrown) {
      if (thrown instanceof WebAssembly.RuntimeError) throw thrown;
      return toGangmuError(thrown, 'dictionary-unreachable');
    }
    const bytes = await compared;
    try {
      if (bytes) analyzer.setReference(bytes);
    } catch (thrown) {
      if (thrown instanceof WebAssembly.RuntimeError) throw thrown;
      console.warn(thrown);
    }
    return null;
  }

  /** The outline first where terms have to wait for the dictionary, then everything; `check` throws when it is no longer wanted. */
  async analyze(text: string, setup: Setup, check: () => void, onOutline?: (report: string) => void): Promise<Written> {
    const analyzer = await this.#analyzer;
    if (!this.#settled && onOutline !== undefined) {
      check();
      const outline = analyzer.analyze(text, setup.options);
      try {
        onOutline(outline.reportJson());
      } finally {
        outline.free();
      }
    }
    const dictionaryError = await this.#dictionary;
    const rstError = await this.#wantTree(analyzer, setup);
    check();
    const analysis = this.#read(analyzer, text, setup);
    const tokens = dictionaryError === null ? analysis.tokens() : NO_TOKENS;
    return { report: analysis.reportJson(), tokens, dictionaryError, rstError };
  }

  /** Answers about a text, read again only when it was not the last. */
  async ask(text: string, setup: Setup, question: Question, check: () => void): Promise<Answer<Asked>> {
    const analyzer = await this.#analyzer;
    await this.#dictionary;
    await this.#wantTree(analyzer, setup);
    check();
    return answer(analyzer, this.#read(analyzer, text, setup), question, (other) => analyzer.analyze(other, setup.options));
  }

  /** Loads the weights of the tree when one is first asked for; resolves to why there will be none. */
  async #wantTree(analyzer: WasmAnalyzer, setup: Setup): Promise<GangmuError | null> {
    if (setup.options?.rst !== true) return null;
    const source = this.#rstModel ?? null;
    if (source === null) return new GangmuError('model-unreachable', 'no model of the tree was given');
    this.#tree ??= bytesOf(begin(source)).then(
      (bytes) => {
        try {
          analyzer.setRstModel(bytes);
          return null;
        } catch (thrown) {
          if (isTrap(thrown)) throw thrown;
          return toGangmuError(thrown, 'model-corrupt');
        }
      },
      (thrown: unknown) => new GangmuError('model-unreachable', String(thrown), { cause: thrown }),
    );
    const error = await this.#tree;
    // The next text tries again.
    if (error !== null) this.#tree = undefined;
    return error;
  }

  /** Frees the wasm's memory of analyzer and analysis. */
  dispose(): void {
    this.#forget();
    this.#analyzer.then((analyzer) => analyzer.free(), () => undefined);
  }

  /** The analysis, which stays this object's until the next text. */
  #read(analyzer: WasmAnalyzer, text: string, setup: Setup): Analysis {
    const key = JSON.stringify([setup.options, setup.words, setup.compareWith]);
    if (this.#last?.key === key && this.#last.text === text) return this.#last.analysis;
    this.#forget();
    this.#setWords(analyzer, setup.words);
    // Mostly it is the last text with a few characters changed.
    const analysis = analyzer.reread(text, setup.options);
    if (setup.compareWith !== undefined) {
      const other = analyzer.analyze(setup.compareWith, setup.options);
      analysis.compareWith(other);
      other.free();
    }
    this.#last = { key, text, analysis };
    return analysis;
  }

  #forget(): void {
    this.#last?.analysis.free();
    this.#last = undefined;
  }

  /** Several users of one worker may have words of their own. */
  #setWords(analyzer: WasmAnalyzer, words: Setup['words'] = {}): void {
    const key = JSON.stringify(words);
    if (key === this.#words) return;
    // Were they refused half-way, the next text sets them anew.
    this.#words = '';
    analyzer.setUserWords(words.user ?? '');
    analyzer.setSplitWords(words.split ?? '');
    analyzer.setStopWords(words.stop ?? '', words.stopAlone ?? false);
    this.#words = key;
  }
}

/** Whether wasm broke off: what its memory holds is not known then. */
export function isTrap(thrown: unknown): boolean {
  return thrown instanceof WebAssembly.RuntimeError || thrown instanceof RangeError;
}

/** A table given, or on its way. */
type Table = Uint8Array | { url: string; answer: Promise<Response> };

function begin(source: string | Uint8Array): Table;
function begin(source: string | Uint8Array | null): Table | null;
function begin(source: string | Uint8Array | null): Table | null {
  if (typeof source !== 'string') return source;
  const answer = fetch(source);
  // Whoever waits for it hears of a failure; nobody may.
  answer.catch(() => undefined);
  return { url: source, answer };
}

/** A table's bytes, decompressed. */
function bytesOf(table: Table, onProgress?: (loaded: number, total: number | undefined) => void): Promise<Uint8Array> {
  return table instanceof Uint8Array ? unpack(table) : fetchDictionary(table.url, onProgress, table.answer);
}

/** Compiles the analyzer from wherever it is. */
async function loadWasm(wasm: Assets['wasm'], onProgress: (progress: Progress) => void): Promise<void> {
  const source = typeof wasm === 'string' ? await fetchWasm(wasm, onProgress) : wasm;
  try {
    await init({ module_or_path: source instanceof Uint8Array ? await gunzipped(source as Uint8Array<ArrayBuffer>) : source });
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
