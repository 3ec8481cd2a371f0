// How time grows: ten times the text, and texts of one shape repeated, per million bytes. What is larger than the memory a
// wasm can have is read natively.
import { native, ours } from '../contenders.mjs';
import { interleave } from '../measure.mjs';

const CORNERS = {
  'one line of 10 MB': (docs) => docs['10 MB'].text.replaceAll(/\s/gu, ''),
  '100,000 lines of one character': () => '发\n'.repeat(100_000),
  'a million 一是': () => '一是'.repeat(1_000_000),
};

export async function growth({ engine, program, dictionary, texts, huge, rounds }) {
  const { report } = await ours(engine);
  const compiled = native(program, dictionary);
  const all = Object.entries(texts).filter(([name]) => name.endsWith('MB')).map(([name, { text }]) => [name, text]);
  const corners = texts['10 MB'] === undefined ? [] : Object.entries(CORNERS).map(([name, make]) => [name, make(texts)]);
  const rows = [];
  for (const [name, text] of [...all, ...corners]) {
    const { path } = texts[name] ?? {};
    const work = { ours: () => void report({ text }), ...(path && { native: () => compiled.report({ path }) }) };
    rows.push(row(name, Buffer.byteLength(text), await interleave(work, rounds)));
  }
  if (huge !== undefined) rows.push(row('100 MB', huge.bytes, await interleave({ native: () => compiled.report(huge) }, 1)));
  compiled.end();
  return rows;
}

function row(text, bytes, of) {
  const each = (figures) => ({ ...figures, ...Object.fromEntries(['median', 'low', 'high'].map((name) => [name, (figures[name] * 1e6) / bytes])) });
  return { row: 'whole report, per MB', text, host: 'Node', unit: 'ms', of: Object.fromEntries(Object.entries(of).map(([name, figures]) => [name, each(figures)])) };
}
