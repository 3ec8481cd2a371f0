// The analyzer without a worker: for Node and for hosts that refuse workers. Blocks its thread while it reads.
import type { AnalyzeInit, Analyzer, Assets, Progress, Result } from './analyzer.js';
import { Core } from './core.js';
import { GangmuError, toGangmuError } from './error.js';

/** An analyzer on this very thread. */
export class LocalAnalyzer implements Analyzer {
  readonly #assets: Assets;
  readonly #listeners = new Set<(progress: Progress) => void>();
  #core: Core | undefined;
  #disposed = false;

  constructor(assets: Assets) {
    this.#assets = assets;
  }

  async analyze(text: string, init: AnalyzeInit = {}): Promise<Result> {
    const { onProgress, onOutline, options, signal } = init;
    this.#check(signal);
    if (onProgress) this.#listeners.add(onProgress);
    try {
      this.#core ??= new Core(this.#assets, (progress) => this.#listeners.forEach((tell) => tell(progress)));
      const result = await this.#core.analyze(text, options, () => this.#check(signal), onOutline);
      return result;
    } catch (thrown) {
      const error = toGangmuError(thrown, 'engine-crashed');
      if (error.code.startsWith('wasm-') || error.code === 'engine-crashed') this.#core = undefined;
      throw error;
    } finally {
      if (onProgress) this.#listeners.delete(onProgress);
    }
  }

  dispose(): void {
    this.#disposed = true;
    this.#core = undefined;
    this.#listeners.clear();
  }

  #check(signal: AbortSignal | undefined): void {
    if (this.#disposed) throw new GangmuError('disposed', 'the analyzer was disposed of');
    if (signal?.aborted === true) throw new GangmuError('aborted', 'the analysis was cancelled');
  }
}
