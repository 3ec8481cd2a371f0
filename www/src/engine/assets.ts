// Addresses of the built parts, resolved against this very module: right on a foreign page too.
import full from './wasm/dictionary-full.gz?url';
import lite from './wasm/dictionary.gz?url';
import reference from './wasm/reference.gz?url';
import rstModel from './wasm/rst.gz?url';
import wasm from './wasm/gangmu_bg.wasm?url';
import worker from './worker.ts?worker&url';
import type { Assets } from './analyzer.js';

const here = (url: string) => new URL(url, import.meta.url).href;

/** The dictionaries: `lite` knows the words that matter, `full` all of jieba's. */
export const DICTIONARIES = { lite: here(lite), full: here(full) };

/** Where wasm and its tables are. */
export const ASSETS: Assets = { wasm: here(wasm), dictionary: DICTIONARIES.lite, reference: here(reference), rstModel: here(rstModel) };

/** Where the worker's script is. */
export const WORKER_URL = here(worker);
