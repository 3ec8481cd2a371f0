// The engine in Node: parts read from files beside this module, work done on this very thread.
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { Analyzer, Assets } from './analyzer.js';
import { type AnalyzerInit, analyzerOf } from './create.js';

type Part = Assets['dictionary'];

const PARTS = {
  wasm: new URL('./gangmu.wasm', import.meta.url).href,
  lite: new URL('./dictionary/lite.gz', import.meta.url).href,
  full: new URL('./dictionary/full.gz', import.meta.url).href,
  reference: new URL('./dictionary/reference.gz', import.meta.url).href,
  rstModel: new URL('./rst.gz', import.meta.url).href,
};

/** The dictionaries: `lite` knows the words that matter, `full` all of jieba's. */
export const DICTIONARIES = { lite: PARTS.lite, full: PARTS.full };

/** An analyzer; nothing loads before its first text. */
export function createAnalyzer(init: AnalyzerInit = {}): Analyzer {
  const { wasm = PARTS.wasm, dictionary = PARTS.lite, reference = PARTS.reference, rstModel = PARTS.rstModel, ...rest } = init;
  const assets = () => ({
    wasm: wasm instanceof WebAssembly.Module ? wasm : read(wasm),
    dictionary: read(dictionary),
    reference: read(reference),
    rstModel: read(rstModel),
  });
  return analyzerOf(rest, { assets, spawn: null });
}

/** Bytes of a file by its `file:` address; everything else as it is. */
function read<P extends Part>(part: P): P | Uint8Array<ArrayBuffer> {
  if (typeof part !== 'string' || !part.startsWith('file:')) return part;
  return new Uint8Array(readFileSync(fileURLToPath(part)));
}
