// The engine on the page's own thread, as jieba-wasm is: when it could cut, and when it has cut the seed document. Built as the
// page is, before it is served.
import { ASSETS } from '../../../www/src/engine/assets.js';
import { Engine } from '../../../www/src/engine/loaded.js';

const text = await (await fetch('/texts/seed.txt')).text();
const times = { asked: performance.now() };
// What terms are compared with is no part of cutting.
const engine = new Engine({ ...ASSETS, reference: null }, true, () => undefined);
const analyzer = await engine.analyzer;
times.compiled = performance.now();
const error = await engine.dictionary;
if (error !== null) throw error;
times.ready = performance.now();
if (analyzer.segment(text).length < 100) throw new Error('no words');
times.cut = performance.now();
globalThis.times = times;
console.log('measured');
