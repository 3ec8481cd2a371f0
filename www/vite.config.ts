// One build for the page and the frame (hashed assets), the widget and the service worker (gangmu.js, sw.js: stable names
// beside them).
import { readFileSync } from 'node:fs';
import { defineConfig, type Plugin } from 'vite';
import { offline } from './vite/offline.js';
import { parts } from './vite.parts.js';

/** The JSON Schema of the report under a name that stays, for everybody's validators. */
const schema: Plugin = {
  name: 'gangmu-schema',
  apply: 'build',
  generateBundle() {
    this.emitFile({ type: 'asset', fileName: 'report.schema.json', source: readFileSync('src/engine/wasm/report.schema.json') });
  },
};

export default defineConfig({
  // Relative addresses: the same folder works at a root, under a path, and from a foreign page.
  base: './',
  assetsInclude: ['**/*.gz'],
  plugins: [schema, parts(), offline()],
  worker: { format: 'es' },
  build: {
    target: 'es2022',
    modulePreload: { polyfill: false },
    assetsInlineLimit: 0,
    chunkSizeWarningLimit: 1200,
    rollupOptions: {
      input: { page: 'index.html', embed: 'embed.html', gangmu: 'src/widget/script.ts', sw: 'src/offline/service-worker.ts' },
      output: {
        entryFileNames: (chunk) => (['gangmu', 'sw'].includes(chunk.name) ? '[name].js' : 'assets/[name]-[hash].js'),
      },
      preserveEntrySignatures: 'exports-only',
    },
  },
});
