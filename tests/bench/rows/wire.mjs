// Bytes over the wire until the first report, brotli on both sides (what is compressed already counts as it is).
import { readdirSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { brotliCompressSync, constants } from 'node:zlib';

const require = createRequire(import.meta.url);

/** What a static host sends of a file. */
export function sent(path) {
  const bytes = readFileSync(path);
  const brotli = brotliCompressSync(bytes, { params: { [constants.BROTLI_PARAM_QUALITY]: 11, [constants.BROTLI_PARAM_LGWIN]: 24 } });
  return Math.min(bytes.length, brotli.length);
}

export async function wire({ engine }) {
  const jieba = dirname(require.resolve('jieba-wasm/web'));
  const sum = (folder, names) => names.reduce((size, name) => size + sent(join(folder, name)), 0) / 1000;
  const theirs = { median: sum(jieba, readdirSync(jieba).filter((name) => /\.(js|wasm)$/.test(name))) };
  const row = (row, names) => ({ row, host: 'wire', unit: 'kB', of: { ours: { median: sum(engine, names) }, jiebaWasm: theirs } });
  return [
    row('wasm, glue and dictionary, compressed', ['gangmu-first.js', 'gangmu-first_bg.wasm', 'dictionary.gz']),
    row('the same of the wasm that also exports and answers, loaded when asked', ['gangmu.js', 'gangmu_bg.wasm', 'dictionary.gz']),
  ];
}
