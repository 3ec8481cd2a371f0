// Addresses of the built parts. The build resolves them against the module they end up in: right on a foreign page too, and
// in the words that other people's bundlers look for.
import full from './wasm/dictionary-full.gz?url';
import lite from './wasm/dictionary.gz?url';
import reference from './wasm/reference.gz?url';
import liteDigest from './wasm/dictionary.gz?digest';
import referenceDigest from './wasm/reference.gz?digest';
import firstWasmDigest from './wasm/gangmu-first_bg.wasm?digest';
import rstModel from './wasm/rst.gz?url';
import firstWasm from './wasm/gangmu-first_bg.wasm?url';
import wasm from './wasm/gangmu_bg.wasm?url';
import worker from './worker.ts?worker&url';
import type { Assets } from './analyzer.js';
import { wasKept } from './requests.js';

/** The dictionaries: `lite` knows the words that matter, `full` all of jieba's. */
export const DICTIONARIES = { lite, full };

/** What the first report of a visit needs. */
const digests = { [firstWasm]: firstWasmDigest, [lite]: liteDigest, [reference]: referenceDigest };

/** Where wasm and its tables are. Who has this very script from an earlier visit has been here. */
export const ASSETS: Assets = {
  wasm, firstWasm, dictionary: DICTIONARIES.lite, reference, rstModel, digests, returning: wasKept(import.meta.url),
};

/** Where the worker's script is. */
export const WORKER_URL: string = worker;
