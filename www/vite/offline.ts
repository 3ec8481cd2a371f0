// Vite plugin: writes into the built service worker which files make up this version of the page, with their digests.
import { createHash } from 'node:crypto';
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join, relative, sep } from 'node:path';
import type { Plugin } from 'vite';

/** Files of the page: hashed assets and what stands beside them. The widget and the full dictionary are loaded by
 * other pages, not by this one. */
const OURS = /^(assets\/(?!dictionary-full).+|index\.html|manifest\.webmanifest|icons\/.+)$/;

/** Fills in `sw.js` of a built folder. */
export function sealServiceWorker(dist: string): void {
  const files: Record<string, string> = {};
  for (const entry of readdirSync(dist, { recursive: true, withFileTypes: true })) {
    const file = join(entry.parentPath, entry.name);
    const path = relative(dist, file).split(sep).join('/');
    if (entry.isFile() && OURS.test(path) && !path.endsWith('.map')) files[path] = digest(readFileSync(file));
  }
  const list = JSON.stringify(Object.fromEntries(Object.entries(files).sort()));
  const script = join(dist, 'sw.js');
  const version = createHash('sha256').update(list).digest('hex').slice(0, 16);
  const source = readFileSync(script, 'utf8');
  const place = /(['"`])%FILES%\1/;
  if (!place.test(source) || !source.includes('%VERSION%')) throw new Error('sw.js has no place for its list of files');
  writeFileSync(script, source.replace(place, () => JSON.stringify(list)).replace('%VERSION%', version));
}

function digest(bytes: Buffer): string {
  return `sha256-${createHash('sha256').update(bytes).digest('base64')}`;
}

/** The plugin. */
export function offline(): Plugin {
  let dist = 'dist';
  return {
    name: 'gangmu-offline',
    apply: 'build',
    configResolved: (config) => void (dist = join(config.root, config.build.outDir)),
    // Only once everything is written: a build that fails shall say why itself.
    writeBundle: { order: 'post', handler: () => sealServiceWorker(dist) },
  };
}
