// A static host on localhost as on the net: brotli, long caching, the right types. In: folders by their address. Out: a URL.
import { existsSync, readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { extname, join, normalize } from 'node:path';
import { brotliCompressSync, constants } from 'node:zlib';

const TYPES = { '.html': 'text/html; charset=utf-8', '.js': 'text/javascript', '.mjs': 'text/javascript', '.wasm': 'application/wasm', '.css': 'text/css', '.gz': 'application/gzip', '.txt': 'text/plain; charset=utf-8' };

/** Serves `{ '/address/': folder }`; every file is compressed once, before it is first sent. */
export async function serve(folders) {
  const kept = new Map();
  const find = (path) => {
    const [address, folder] = Object.entries(folders).find(([address]) => path.startsWith(address)) ?? [];
    return folder === undefined ? undefined : join(folder, normalize(path.slice(address.length)));
  };
  const read = (file) => {
    if (!kept.has(file)) {
      const bytes = readFileSync(file);
      const type = TYPES[extname(file)] ?? 'application/octet-stream';
      // 9, so that a large wasm does not hold up the first run; sizes at 11 are the business of `wire`.
      const brotli = type === TYPES['.gz'] ? bytes : brotliCompressSync(bytes, { params: { [constants.BROTLI_PARAM_QUALITY]: 9 } });
      kept.set(file, brotli.length < bytes.length ? { type, body: brotli, coded: true } : { type, body: bytes, coded: false });
    }
    return kept.get(file);
  };
  const server = createServer((request, response) => {
    const path = decodeURIComponent(new URL(request.url, 'http://localhost').pathname);
    const file = find(path);
    if (file === undefined || !existsSync(file)) return response.writeHead(404).end();
    const { type, body, coded } = read(file);
    const caching = type === TYPES['.html'] ? 'no-cache' : 'public, max-age=31536000, immutable';
    const headers = { 'content-type': type, 'content-length': body.length, 'cache-control': caching };
    response.writeHead(200, coded ? { ...headers, 'content-encoding': 'br' } : headers).end(body);
  });
  await new Promise((done) => server.listen(0, '127.0.0.1', done));
  return { url: `http://127.0.0.1:${server.address().port}`, stop: () => server.close() };
}
