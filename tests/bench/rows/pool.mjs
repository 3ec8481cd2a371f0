// Several texts at once, in Chromium: by one worker, by as many as the machine has cores; and how often the files are fetched
// that all of them need.
import { availableParallelism } from 'node:os';
import { browsing } from '../browser.mjs';
import { interleave } from '../measure.mjs';

const TEXTS = 8;
const CHARS = 40_000;

export async function pool(context) {
  const { profile, stop } = await browsing(context);
  const { visit, close } = await profile();
  const tab = await visit('pool');
  const fetched = [];
  tab.on('request', (request) => fetched.push(request.url()));
  const { text } = context.texts['1 MB'];
  const texts = Array.from({ length: TEXTS }, (_, at) => text.slice(at * CHARS, (at + 1) * CHARS));
  const sizes = [1, availableParallelism()];
  await tab.evaluate(([sizes, texts]) => Object.assign(globalThis, { texts, pools: sizes.map((size) => globalThis.createPool({ size })) }), [sizes, texts]);
  const work = (size, at) => [size, () => tab.evaluate(readAll, at)];
  // The larger one first: what it fetches is its own.
  const last = sizes.length - 1;
  await tab.evaluate(readAll, last);
  const files = fetched.filter((url) => /\.(wasm|gz)$/u.test(url));
  const of = await interleave(Object.fromEntries(sizes.map(work)), context.rounds);
  await close();
  stop();
  const row = { text: `${TEXTS} × ${CHARS / 1000}k chars`, host: 'Chromium' };
  return [
    ...sizes.map((size) => ({ row: `several texts, ${size} worker${size > 1 ? 's' : ''}`, ...row, unit: 'ms', of: { ours: of[size] } })),
    { row: `files fetched by ${sizes[last]} workers: wasm, dictionary, reference`, ...row, unit: 'files', of: { ours: { median: files.length } } },
  ];
}

/** Runs in the page: milliseconds until a pool has read all texts. */
async function readAll(at) {
  const began = performance.now();
  const read = await Promise.all(globalThis.texts.map((text) => globalThis.pools[at].analyze(text)));
  if (read.some(({ dictionaryError }) => dictionaryError !== null)) throw new Error('no words');
  return performance.now() - began;
}
