// Analyzers out of defaults: the page, the package and the single-file build differ only in where the parts come from.
import type { Analyzer, Assets } from './analyzer.js';
import { WorkerAnalyzer, type WorkerLike } from './client.js';
import { LocalAnalyzer } from './local.js';
import { AnalyzerPool } from './pool.js';

/** How to make an analyzer; every field may be left out. */
export interface AnalyzerInit extends Partial<Assets> {
  /** `worker`, or `local`: on this very thread, which is blocked while a text is read. By default `worker` where there are workers. */
  mode?: 'worker' | 'local';
  /** Address of the worker's script. */
  worker?: string;
  /** Disposes of the analyzer. */
  signal?: AbortSignal;
}

/** Where the parts come from when the caller does not say. */
export interface Defaults {
  assets: () => Assets;
  /** Starts the worker at an address, or our own; null where there are none. */
  spawn: ((url?: string) => WorkerLike) | null;
}

/** What the caller gives in place of what is known: a wasm of his own is the only one. */
function given(known: Assets, parts: Partial<Assets>): Assets {
  return { ...known, ...(parts.wasm !== undefined && { firstWasm: null }), ...parts };
}

/** An analyzer; nothing loads before its first text. */
export function analyzerOf({ mode, worker, signal, ...parts }: AnalyzerInit, { assets: known, spawn }: Defaults): Analyzer {
  const assets = () => given(known(), parts);
  const analyzer = spawn !== null && mode !== 'local' ? new WorkerAnalyzer(assets, () => spawn(worker)) : new LocalAnalyzer(assets);
  if (signal?.aborted === true) analyzer.dispose();
  signal?.addEventListener('abort', () => analyzer.dispose(), { once: true });
  return analyzer;
}

/** How many analyzers a pool has at the most; by default one a core, four at the most: each holds a dictionary. */
export interface PoolInit extends Omit<AnalyzerInit, 'mode'> {
  size?: number;
}

/** An analyzer that reads several texts at once, each in a worker of its own; without workers one after the other. */
export function poolOf({ size, signal, ...init }: PoolInit, { assets: known, spawn }: Defaults): Analyzer {
  const { worker, ...parts } = init;
  // Who reads many texts loads one wasm for all of them.
  const assets = () => given(known(), { firstWasm: null, ...parts });
  const cores = typeof navigator === 'object' ? navigator.hardwareConcurrency : 1;
  const make = (shared: Assets) => analyzerOf({ ...(worker !== undefined && { worker }) }, { assets: () => shared, spawn });
  const pool = new AnalyzerPool(assets, make, spawn === null ? 1 : (size ?? Math.min(4, cores)));
  if (signal?.aborted === true) pool.dispose();
  signal?.addEventListener('abort', () => pool.dispose(), { once: true });
  return pool;
}
