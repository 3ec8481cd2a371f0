// What the page and the widget use of the engine.
import type { Analyzer, Assets } from './analyzer.js';
import { ASSETS, WORKER_URL } from './assets.js';
import { WorkerAnalyzer } from './client.js';
import { spawn } from './spawn.js';

export type { AnalyzeInit, Analyzer, Assets, Progress, Result } from './analyzer.js';
export { GangmuError } from './error.js';

/** An analyzer in a worker; nothing loads before its first text. */
export function createAnalyzer(assets: Partial<Assets> & { worker?: string } = {}): Analyzer {
  const { worker = WORKER_URL, ...parts } = assets;
  return new WorkerAnalyzer({ ...ASSETS, ...parts }, () => spawn(worker));
}
