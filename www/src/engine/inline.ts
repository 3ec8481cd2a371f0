// The engine with every part inside the script: for `file://`, closed intranets, and bundlers that know no assets.
import dictionary from './wasm/dictionary.gz?bytes';
import reference from './wasm/reference.gz?bytes';
import rstModel from './wasm/rst.gz?bytes';
import wasm from './wasm/gangmu_bg.wasm?bytes';
import SOURCE from './worker.ts?worker&source';
import type { Analyzer } from './analyzer.js';
import { type AnalyzerInit, analyzerOf } from './create.js';
import { spawn } from './spawn.js';

/** An analyzer; nothing is fetched, ever. */
export function createAnalyzer(init: AnalyzerInit = {}): Analyzer {
  const assets = () => ({ wasm: bytes(wasm), dictionary: bytes(dictionary), reference: bytes(reference), rstModel: bytes(rstModel) });
  return analyzerOf(init, { assets, spawn: typeof Worker === 'function' ? (url) => (url === undefined ? start() : spawn(url)) : null });
}

function bytes(base64: string): Uint8Array<ArrayBuffer> {
  const binary = atob(base64);
  return Uint8Array.from(binary, (character) => character.charCodeAt(0));
}

/** The worker out of its own source; a classic script, which pages opened from a file may start too. */
function start(): Worker {
  const url = URL.createObjectURL(new Blob([SOURCE], { type: 'text/javascript' }));
  const worker = new Worker(url, { name: 'gangmu' });
  const release = () => URL.revokeObjectURL(url);
  worker.addEventListener('message', release, { once: true });
  worker.addEventListener('error', release, { once: true });
  return worker;
}
