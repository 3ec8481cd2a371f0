// Layout and outline beside segmentation, natively, in turns: to find how a text is built is to cost less than to cut it.
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { native } from '../contenders.mjs';
import { interleave } from '../measure.mjs';

/** Characters of a line of the hard-wrapped text, and of the text. */
const LINE = 36;
const WRAPPED = 300_000;

export async function structure({ program, dictionary, folder, texts, rounds }) {
  const compiled = native(program, dictionary);
  const long = texts['1 MB'].text.slice(0, WRAPPED);
  const all = { ...texts, 'lines of 36 characters': written(folder, 'wrapped', wrapped(long)), 'one line': written(folder, 'line', long.replaceAll(/\s/gu, '')) };
  const rows = [];
  for (const [text, place] of Object.entries(all)) {
    const work = { structure: () => compiled.structure(place), words: () => compiled.words(place) };
    const { structure, words } = await interleave(work, place.bytes < 5e6 ? rounds * 5 : rounds);
    const row = { text, host: 'native' };
    rows.push({ row: 'layout and outline', ...row, unit: 'ms', of: { native: structure } });
    rows.push({ row: 'segmentation, layout known', ...row, unit: 'ms', of: { native: words } });
    rows.push({ row: 'layout and outline ÷ segmentation', ...row, unit: '×', of: { native: { median: structure.median / words.median } } });
  }
  compiled.end();
  return rows;
}

/** Each line cut after so many characters, the first of a paragraph indented. */
function wrapped(text) {
  const cut = (line) => (line === '' ? '' : `　　${line}`.match(new RegExp(`.{1,${LINE}}`, 'gsu')).join('\n'));
  return text.split('\n').map((line) => cut(line.trim())).join('\n');
}

function written(folder, name, text) {
  const path = join(folder, `${name}.txt`);
  writeFileSync(path, text);
  return { path, bytes: Buffer.byteLength(text) };
}
