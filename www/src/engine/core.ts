// Loads wasm and dictionary and runs analyses; the same code serves the worker and the local analyzer.
import type { Assets, Progress, Result } from './analyzer.js';
import { GangmuError, toGangmuError } from './error.js';
import type { Options, Report } from './report.js';
import init, { Analyzer as WasmAnalyzer, fetchDictionary } from './wasm/gangmu.js';

const NO_TOKENS = { starts: new Uint32Array(), ends: new Uint32Array(), terms: new Uint32Array() };

/** One wasm instance with its dictionary. */
export class Core {
  readonly #analyzer: Promise<WasmAnalyzer>;
  readonly #dictionary: Promise<GangmuError | null>;
  #settled = false;

  constructor(assets: Assets, onProgress: (progress: Progress) => void) {
    this.#analyzer = loadWasm(assets.wasm, onProgress).then(() => new WasmAnalyzer());
    this.#dictionary = this.#loadTables(assets, onProgress).finally(() => {
      this.#settled = true;
    });
    // Asked for in `analyze`; until then a failure is not unhandled.
    this.#analyzer.catch(() => undefined);
    this.#dictionary.catch(() => undefined);
  }

  /** Resolves to why there will be no terms; a missing dictionary is no failure of the analyzer. */
  async #loadTables(assets: Assets, onProgress: (progress: Progress) => void): Promise<GangmuError | null> {
    const analyzer = await this.#analyzer;
    if (assets.dictionary === null) return new GangmuError('dictionary-unreachable', 'no dictionary was asked for');
    // Without the reference there is no keyness, and everything else.
    const reference = assets.reference === null ? null : fetchDictionary(assets.reference).catch(() => null);
    try {
      const report = (loaded: number, total: number | undefined) => onProgress({ part: 'dictionary', loaded, total });
      analyzer.setDictionary(await fetchDictionary(assets.dictionary, report));
    } catch (thrown) {
      if (thrown instanceof WebAssembly.RuntimeError) throw thrown;
      return toGangmuError(thrown, 'dictionary-unreachable');
    }
    const bytes = await reference;
    try {
      if (bytes) analyzer.setReference(bytes);
    } catch (thrown) {
      if (thrown instanceof WebAssembly.RuntimeError) throw thrown;
      console.warn(thrown);
    }
    return null;
  }

  /** The outline first where terms have to wait for the dictionary, then everything; `check` throws when it is no longer wanted. */
  async analyze(
    text: string,
    options: Partial<Options> | undefined,
    check: () => void,
    onOutline?: (report: Report) => void,
  ): Promise<Result> {
    const analyzer = await this.#analyzer;
    if (!this.#settled && onOutline !== undefined) {
      check();
      onOutline(run(analyzer, text, options, false).report);
    }
    const dictionaryError = await this.#dictionary;
    check();
    return { ...run(analyzer, text, options, dictionaryError === null), dictionaryError };
  }
}

function run(analyzer: WasmAnalyzer, text: string, options: Partial<Options> | undefined, withTokens: boolean) {
  const analysis = analyzer.analyze(text, options);
  try {
    return { report: analysis.report(), tokens: withTokens ? analysis.tokens() : NO_TOKENS };
  } finally {
    analysis.free();
  }
}

/** Counts bytes as they stream into the compiler. */
async function loadWasm(url: string, onProgress: (progress: Progress) => void): Promise<void> {
  let response: Response;
  try {
    response = await fetch(url);
  } catch (thrown) {
    throw new GangmuError('wasm-unreachable', `${url}: ${String(thrown)}`, { cause: thrown });
  }
  if (!response.ok) throw new GangmuError('wasm-unreachable', `${url}: HTTP status ${response.status}`);
  const length = Number(response.headers.get('content-length') ?? '');
  const encoded = response.headers.get('content-encoding') !== null;
  const total = length > 0 && !encoded ? length : undefined;
  let loaded = 0;
  const counted = response.body?.pipeThrough(
    new TransformStream<Uint8Array, Uint8Array>({
      transform(chunk, controller) {
        loaded += chunk.byteLength;
        onProgress({ part: 'wasm', loaded, total });
        controller.enqueue(chunk);
      },
    }),
  );
  // The type is set here, so that a server's wrong MIME type does not matter.
  const typed = new Response(counted ?? null, { headers: { 'content-type': 'application/wasm' } });
  try {
    await init({ module_or_path: typed });
  } catch (thrown) {
    const message = String(thrown);
    const blocked = /Content Security Policy|unsafe-eval|disallowed by embedder/i.test(message);
    throw new GangmuError(blocked ? 'wasm-blocked' : 'wasm-failed', message, { cause: thrown });
  }
}
