// The analyzer without a worker: for Node and for hosts that refuse workers. Blocks its thread while it reads.
import type { AnalyzeInit, Analyzer, Assets, CallInit, Progress, Result } from './analyzer.js';
import type { Core } from './core.js';
import { GangmuError, toGangmuError } from './error.js';
import type { Answer, Asked, Needs, Question } from './questions.js';
import { reportOf } from './joined.js';

/** An analyzer on this very thread. */
export class LocalAnalyzer implements Analyzer {
  readonly #assets: () => Assets;
  readonly #listeners = new Set<(progress: Progress) => void>();
  #core: Promise<Core> | undefined;
  #disposed = false;

  constructor(assets: () => Assets) {
    this.#assets = assets;
  }

  analyze(text: string, init: AnalyzeInit = {}): Promise<Result> {
    return this.#work(init, (core, check) => core.analyze(text, init, check, reportOf, init.onOutline));
  }

  ask<K extends Asked>(text: string, question: K, needs: Needs<K>, init: CallInit = {}): Promise<Answer<K>> {
    // The compiler cannot tell that a name and what it needs belong together.
    const asked = { ...needs, kind: question } as unknown as Question;
    return this.#work(init, (core, check) => core.ask(text, init, asked, check));
  }

  dispose(): void {
    this.#disposed = true;
    this.#core?.then((core) => core.dispose(), () => undefined);
    this.#core = undefined;
    this.#listeners.clear();
  }

  async #work<T>({ signal, onProgress }: CallInit, work: (core: Core, check: () => void) => Promise<T>): Promise<T> {
    const check = () => this.#check(signal);
    check();
    if (onProgress) this.#listeners.add(onProgress);
    try {
      this.#core ??= this.#open();
      return await work(await this.#core, check);
    } catch (thrown) {
      const error = toGangmuError(thrown, 'engine-crashed');
      if (error.code.startsWith('wasm-') || error.code === 'engine-crashed') this.#core = undefined;
      throw error;
    } finally {
      if (onProgress) this.#listeners.delete(onProgress);
    }
  }

  /** Whoever works in a worker does not load this. */
  async #open(): Promise<Core> {
    const { Core } = await import('./core.js');
    return new Core(this.#assets(), (progress) => this.#listeners.forEach((tell) => tell(progress)));
  }

  #check(signal: AbortSignal | undefined): void {
    if (this.#disposed) throw new GangmuError('disposed', 'the analyzer was disposed of');
    if (signal?.aborted === true) throw new GangmuError('aborted', 'the analysis was cancelled');
  }
}
