// `gangmu` in Node: the same face as in the browser, parts read from files.
export { GangmuError } from '../engine/error.js';
export { createAnalyzer, DICTIONARIES } from '../engine/node.js';
