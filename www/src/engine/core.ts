// Loads wasm and dictionary and runs analyses; the same code serves the worker and the local analyzer.
import type { Assets, Progress, Result, Setup } from './analyzer.js';
import { answer } from './answer.js';
import { GangmuError, isTrap, toGangmuError } from './error.js';
import { Engine } from './loaded.js';
import { EDITED } from './protocol.js';
import type { Answer, Asked, Question } from './questions.js';
import type { Analysis, Analyzer as WasmAnalyzer } from './wasm/gangmu.js';

/** Texts of more units are read by the whole analyzer, which is built for speed. */
const LONG = 50_000;

/** Units at the beginning or the end by which an edited text is known. */
const KEPT = 500;

/** Milliseconds the outline waits for a dictionary that is here already, or nearly: to read twice would take longer. */
const SOON = 100;

const NO_TOKENS = { starts: new Uint32Array(), ends: new Uint32Array(), terms: new Uint32Array() };

/** An analyzer that is to take another's place when it is ready. */
interface Next {
  engine: Engine;
  ready: boolean;
}

/** What one analysis gives, its report in the form asked for. */
export type Read<R> = Omit<Result, 'report'> & { report: R };

/** An analyzer with its dictionary: the small one as long as only reports are wanted, where there is one. */
export class Core {
  readonly #assets: Assets;
  readonly #onProgress: (progress: Progress) => void;
  #engine: Engine;
  /** The whole analyzer, on its way or here, for a text that is being edited. */
  #next: Next | undefined;
  #gone = false;
  #tree: Promise<GangmuError | null> | undefined;
  /** What was last read whole, for questions about it. */
  #last: { key: string; text: string; analysis: Analysis } | undefined;
  #words = '{}';

  constructor(assets: Assets, onProgress: (progress: Progress) => void) {
    this.#assets = assets;
    this.#onProgress = onProgress;
    this.#engine = new Engine(assets, (assets.firstWasm ?? null) !== null, onProgress);
  }

  /**
   * The outline first where terms have to wait for the dictionary, then everything; `check` throws when it is no longer wanted,
   * `report` takes the report out of the wasm; it is told whether to hold it back, because it may turn out to be read with damaged parts,
   * and given the whole analyzer, where that has read the text and remembers what it gave before.
   */
  async analyze<R>(text: string, setup: Setup, check: () => void, report: (analysis: Analysis, held: boolean, whole: WasmAnalyzer | null) => R, onOutline?: (report: R) => void): Promise<Read<R>> {
    const engine = this.#engine;
    const analyzer = await engine.analyzer;
    if (!engine.settled && onOutline !== undefined) await soon(engine.dictionary);
    if (!engine.settled && engine === this.#engine && onOutline !== undefined) {
      check();
      const outline = analyzer.analyze(text, setup.options);
      try {
        onOutline(report(outline, false, null));
      } finally {
        outline.free();
      }
    }
    const loaded = await this.#loaded(setup.options?.rst === true || text.length > LONG);
    const rstError = await this.#wantTree(loaded.analyzer, setup);
    check();
    const { dictionaryError } = loaded;
    if (this.#last !== undefined && isEdit(this.#last.text, text)) this.#prepare();
    const sound = loaded.engine.isSound();
    const read = new Promise<Read<R>>((resolve) => {
      const analysis = this.#read(loaded.analyzer, text, setup);
      const { isFirst } = loaded.engine;
      const held = report(analysis, isFirst, isFirst ? null : loaded.analyzer);
      resolve({ report: held, tokens: dictionaryError === null ? analysis.tokens() : NO_TOKENS, dictionaryError, rstError });
    });
    read.catch(() => undefined);
    if (await sound) return read;
    // Parts that were kept are damaged: the whole one, fetched with its tables, reads the text.
    if (loaded.engine === this.#engine) this.#exchange({});
    return this.analyze(text, setup, check, report);
  }

  /** Answers about a text, read again only when it was not the last. */
  async ask(text: string, setup: Setup, question: Question, check: () => void): Promise<Answer<Asked>> {
    const { analyzer } = await this.#loaded(true);
    await this.#wantTree(analyzer, setup);
    check();
    return answer(analyzer, this.#read(analyzer, text, setup), question, (other) => analyzer.analyze(other, setup.options));
  }

  /** The analyzer with its tables; from the first time on that more than the report of a short text is wanted, the whole one. */
  async #loaded(whole: boolean): Promise<{ engine: Engine; analyzer: WasmAnalyzer; dictionaryError: GangmuError | null }> {
    for (;;) {
      const engine = this.#engine;
      if (engine.isFirst && (whole || this.#next?.ready === true)) {
        const tables = { ...engine.tables };
        const sound = await engine.isSound();
        if (engine === this.#engine) this.#exchange(sound ? tables : {});
        continue;
      }
      const [analyzer, dictionaryError] = await Promise.all([engine.analyzer, engine.dictionary]);
      // Another call may have asked for the whole one meanwhile.
      if (engine === this.#engine) return { engine, analyzer, dictionaryError };
    }
  }

  /** The whole analyzer in place of the small one, with the tables already here. */
  #exchange(tables: Engine['tables']): void {
    const before = this.#engine;
    this.#forget();
    this.#words = '{}';
    this.#engine = this.#next?.ready === true ? this.#next.engine : new Engine({ ...this.#assets, ...tables }, false, this.#onProgress);
    before.dispose();
  }

  /** Gets the whole analyzer while the small one goes on; if it cannot be had, the small one stays. */
  #prepare(): void {
    const before = this.#engine;
    if (!before.isFirst || this.#next !== undefined) return;
    const engine = new Engine({ ...this.#assets, ...before.tables }, false, () => undefined);
    const next: Next = { engine, ready: false };
    this.#next = next;
    Promise.all([engine.analyzer, engine.dictionary]).then(
      ([, error]) => {
        next.ready = error === null && this.#engine === before && !this.#gone;
        if (!next.ready) engine.dispose();
      },
      () => engine.dispose(),
    );
  }

  /** Loads the weights of the tree when one is first asked for; resolves to why there will be none. */
  async #wantTree(analyzer: WasmAnalyzer, setup: Setup): Promise<GangmuError | null> {
    if (setup.options?.rst !== true) return null;
    const source = this.#assets.rstModel ?? null;
    if (source === null) return new GangmuError('model-unreachable', 'no model of the tree was given');
    this.#tree ??= this.#engine.unpacked(source).then(
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
    this.#engine.dispose();
    this.#gone = true;
    if (this.#next?.ready === true && this.#next.engine !== this.#engine) this.#next.engine.dispose();
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

/** Whether a text is the one before with something changed in it. */
function isEdit(before: string, text: string): boolean {
  if (text.length <= EDITED || before === text) return false;
  return before.slice(0, KEPT) === text.slice(0, KEPT) || before.slice(-KEPT) === text.slice(-KEPT);
}

/** Resolves when the work is done, or has failed, or takes longer. */
function soon(work: Promise<unknown>): Promise<void> {
  return new Promise((resolve) => {
    const done = () => {
      clearTimeout(timer);
      resolve();
    };
    const timer = setTimeout(done, SOON);
    work.then(done, done);
  });
}
