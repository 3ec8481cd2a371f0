// What the page and the widget use of the engine.
import type { Analyzer } from './analyzer.js';
import { ASSETS, WORKER_URL } from './assets.js';
import { type AnalyzerInit, analyzerOf } from './create.js';
import { spawn } from './spawn.js';

export type { AnalyzeInit, Analyzer, Assets, CallInit, Progress, Result, Words } from './analyzer.js';
export type { AnalyzerInit } from './create.js';
export { DICTIONARIES } from './assets.js';
export { GangmuError } from './error.js';
export type { Answer, Ask, Asked, Needs, Questions } from './questions.js';

/** An analyzer; nothing loads before its first text. */
export function createAnalyzer(init: AnalyzerInit = {}): Analyzer {
  const workers = typeof Worker === 'function';
  return analyzerOf(init, { assets: () => ASSETS, spawn: workers ? (url = WORKER_URL) => spawn(url) : null });
}
