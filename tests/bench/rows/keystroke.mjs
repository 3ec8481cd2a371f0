// A keystroke in a document of 100,000 characters, in Chromium: from the edited text to the new report on the page's thread.
import { browsing } from '../browser.mjs';
import { figures } from '../measure.mjs';

const CHARS = 100_000;
const KEYS = 200;

export async function keystroke(context) {
  const { profile, stop } = await browsing(context);
  const { visit, close } = await profile();
  const text = context.texts['1 MB'].text.slice(0, CHARS);
  const ours = await (await visit('ours')).evaluate(type, { text, keys: KEYS, way: 'ours' });
  const theirs = await (await visit('jieba-wasm')).evaluate(type, { text, keys: KEYS / 10, way: 'jieba-wasm' });
  await close();
  stop();
  const of = { ours: figures(ours), jiebaWasm: figures(theirs) };
  const late = { ours: { median: of.ours.p95 }, jiebaWasm: { median: of.jiebaWasm.p95 } };
  const row = { text: `${CHARS / 1000}k chars`, host: 'Chromium', unit: 'ms' };
  return [
    { row: 'keystroke, median', ...row, of },
    { row: 'keystroke, 95th percentile', ...row, of: late },
  ];
}

/** Runs in the page: types one character after the other at places all over the text. */
async function type({ text, keys, way }) {
  // Where one types, in the room, the whole analyzer is at work, not the small one of a first visit.
  const whole = way === 'ours' ? globalThis.createAnalyzer({ firstWasm: null }) : undefined;
  const read = {
    ours: (text) => whole.analyze(text),
    'jieba-wasm': (text) => {
      const counts = new Map();
      for (const word of globalThis.cut(text, true)) counts.set(word, (counts.get(word) ?? 0) + 1);
    },
  }[way];
  const times = [];
  for (let key = -5; key < keys; key += 1) {
    // A pause of typing, at a place that changes now and then.
    await new Promise((done) => setTimeout(done, 20));
    const at = (Math.floor((key + 5) / 20) * 7919 + key + 5) % text.length;
    text = `${text.slice(0, at)}${'发展的新要求，'[(key + 5) % 7]}${text.slice(at)}`;
    const began = performance.now();
    await read(text);
    if (key >= 0) times.push(performance.now() - began);
  }
  return times;
}
