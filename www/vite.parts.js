// Parts of the analyzer inside a script, for the builds that must be one file, and their digests, for those that keep them.
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { gunzipSync, gzipSync } from 'node:zlib';
import { build } from 'vite';

const BYTES = '?bytes';
const DIGEST = '?digest';
const WORKER = '?worker&source';

/**
 * `FILE?bytes` is the file as base64, compressed by gzip where it is not yet; `FILE?digest` the SHA-256 of what it is
 * decompressed; `FILE?worker&source` is the source of a classic script that runs as a worker.
 * @returns {import('vite').Plugin}
 */
export function parts() {
  return {
    name: 'gangmu-parts',
    enforce: 'pre',
    async resolveId(id, importer) {
      const query = [BYTES, DIGEST, WORKER].find((end) => id.endsWith(end));
      if (query === undefined) return null;
      const file = await this.resolve(id.slice(0, -query.length), importer, { skipSelf: true });
      return file && `\0${file.id}${query}`;
    },
    async load(id) {
      if (id.startsWith('\0') && id.endsWith(BYTES)) {
        const file = readFileSync(id.slice(1, -BYTES.length));
        return `export default ${JSON.stringify((id.includes('.gz') ? file : gzipSync(file, { level: 9 })).toString('base64'))};`;
      }
      if (id.startsWith('\0') && id.endsWith(DIGEST)) {
        const file = readFileSync(id.slice(1, -DIGEST.length));
        const digest = createHash('sha256').update(id.includes('.gz') ? gunzipSync(file) : file).digest('hex');
        return `export default ${JSON.stringify(digest)};`;
      }
      if (id.startsWith('\0') && id.endsWith(WORKER)) return `export default ${JSON.stringify(await scriptOf(id.slice(1, -WORKER.length)))};`;
      return null;
    },
  };
}

/**
 * A module and all it imports as one classic script.
 * @param {string} entry
 */
async function scriptOf(entry) {
  const built = await build({
    configFile: false,
    logLevel: 'warn',
    build: { write: false, target: 'es2022', lib: { entry, formats: ['iife'], name: 'gangmuWorker' } },
  });
  const [first] = Array.isArray(built) ? built : [built];
  const chunk = first !== undefined && 'output' in first ? first.output[0] : undefined;
  if (chunk === undefined) throw new Error(`${entry} gives no script`);
  return chunk.code;
}
