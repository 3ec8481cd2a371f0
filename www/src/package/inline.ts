// `gangmu/inline`: the analyzer with wasm, dictionary and worker inside the script.
export { GangmuError } from '../engine/error.js';
export { createAnalyzer } from '../engine/inline.js';
