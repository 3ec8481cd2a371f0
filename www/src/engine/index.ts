// What the page and the widget use of the engine.
import type { Analyzer, Assets } from './analyzer.js';
import { ASSETS, WORKER_URL } from './assets.js';
import { WorkerAnalyzer } from './client.js';
import { LocalAnalyzer } from './local.js';
import { spawn } from './spawn.js';

export type { AnalyzeInit, Analyzer, Assets, CallInit, Progress, Result, Words } from './analyzer.js';
export { GangmuError } from './error.js';
export type { Answer, Ask, Asked, Needs, Questions } from './questions.js';

/** How to make an analyzer; every field may be left out. */
export interface AnalyzerInit extends Partial<Assets> {
  /** `worker`, or `local`: on this very thread, which is blocked while a text is read. By default `worker` where there are workers. */
  mode?: 'worker' | 'local';
  /** Address of the worker's script. */
  worker?: string;
  /** Disposes of the analyzer. */
  signal?: AbortSignal;
}

/** An analyzer; nothing loads before its first text. */
export function createAnalyzer(init: AnalyzerInit = {}): Analyzer {
  const { mode = typeof Worker === 'function' ? 'worker' : 'local', worker = WORKER_URL, signal, ...parts } = init;
  const assets = { ...ASSETS, ...parts };
  const analyzer = mode === 'worker' ? new WorkerAnalyzer(assets, () => spawn(worker)) : new LocalAnalyzer(assets);
  if (signal?.aborted === true) analyzer.dispose();
  signal?.addEventListener('abort', () => analyzer.dispose(), { once: true });
  return analyzer;
}
