// What the page and the widget use of the engine.
import type { Analyzer } from './analyzer.js';
import { ASSETS, WORKER_URL } from './assets.js';
import { type AnalyzerInit, analyzerOf, type PoolInit, poolOf } from './create.js';
import { spawn } from './spawn.js';

export type { AnalyzeInit, Analyzer, Assets, CallInit, Progress, Result, Words } from './analyzer.js';
export type { AnalyzerInit, PoolInit } from './create.js';
export { DICTIONARIES } from './assets.js';
export { GangmuError } from './error.js';
export type { Answer, Ask, Asked, Needs, Questions } from './questions.js';

const defaults = () => ({ assets: () => ASSETS, spawn: typeof Worker === 'function' ? (url = WORKER_URL) => spawn(url) : null });

/** An analyzer; nothing loads before its first text. */
export function createAnalyzer(init: AnalyzerInit = {}): Analyzer {
  return analyzerOf(init, defaults());
}

/** An analyzer for several texts at once; nothing loads before the first. */
export function createPool(init: PoolInit = {}): Analyzer {
  return poolOf(init, defaults());
}
