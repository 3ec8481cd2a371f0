// How time grows: ten times the text, and texts of one shape repeated, per million bytes.
import { ours } from '../contenders.mjs';
import { interleave } from '../measure.mjs';

const CORNERS = {
  'one line of 10 MB': (docs) => docs['10 MB'].text.replaceAll(/\s/gu, ''),
  '100,000 lines of one character': () => '发\n'.repeat(100_000),
  'a million 一是': () => '一是'.repeat(1_000_000),
};

export async function growth({ engine, texts, rounds }) {
  const { report } = await ours(engine);
  const all = Object.entries(texts).filter(([name]) => name.endsWith('MB')).map(([name, { text }]) => [name, text]);
  const corners = texts['10 MB'] === undefined ? [] : Object.entries(CORNERS).map(([name, make]) => [name, make(texts)]);
  const rows = [];
  for (const [name, text] of [...all, ...corners]) {
    const few = text.length > 1e7 ? 1 : rounds;
    const { ours } = await interleave({ ours: () => void report({ text }) }, few);
    const scale = 1e6 / Buffer.byteLength(text);
    const each = { ...ours, median: ours.median * scale, low: ours.low * scale, high: ours.high * scale };
    rows.push({ row: 'whole report, per MB', text: name, host: 'Node', unit: 'ms', of: { ours: each } });
  }
  return rows;
}
