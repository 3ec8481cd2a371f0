// The texts. In: folders that may be absent. Out: seeds, a long report and joined documents, each written to a file.
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** The text files of the first of `folders` that has any. */
function documents(folders) {
  for (const folder of folders.filter(existsSync)) {
    const files = readdirSync(folder, { recursive: true }).filter((name) => name.endsWith('.txt')).sort();
    if (files.length > 0) return files.map((name) => readFileSync(join(folder, name), 'utf8'));
  }
  throw new Error(`no text in ${folders.join(', ')}`);
}

/** Different documents one after the other, from the first again when they run out, up to `bytes`. */
function joined(docs, bytes) {
  const parts = [];
  for (let size = 0, i = 0; size < bytes; i += 1) {
    const doc = docs[i % docs.length];
    parts.push(doc);
    size += Buffer.byteLength(doc) + 1;
  }
  return Buffer.from(parts.join('\n')).subarray(0, bytes).toString().replace(/�+$/u, '');
}

/** Writes all texts into `folder`; gives `{ name: { text, path, bytes } }`; as `huge` one of so many megabytes, if any. */
export function prepare(root, folder, sizes, huge) {
  mkdirSync(folder, { recursive: true });
  const own = join(root, 'www/src/page/samples');
  const seeds = documents([join(root, '../shared/corpus/seeds'), own]);
  const docs = documents([join(root, '../shared/corpus/dev'), own]);
  const longest = docs.reduce((a, b) => (a.length >= b.length ? a : b));
  const texts = { seed: seeds[0], report: (longest.length < 20_000 ? joined(docs, 60_000) : longest).slice(0, 20_000) };
  for (const mb of sizes) texts[`${mb} MB`] = joined(docs, mb * 1e6);
  if (huge > 0) texts.huge = joined(docs, huge * 1e6);
  return Object.fromEntries(
    Object.entries(texts).map(([name, text]) => {
      const path = join(folder, `${name.replace(' ', '')}.txt`);
      writeFileSync(path, text);
      return [name, { text, path, bytes: Buffer.byteLength(text) }];
    }),
  );
}
