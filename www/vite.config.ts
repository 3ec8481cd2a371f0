// One build for the page (hashed assets), the widget and the service worker (gangmu.js, sw.js: stable names beside them).
import { defineConfig } from 'vite';
import { offline } from './vite/offline.js';

export default defineConfig({
  // Relative addresses: the same folder works at a root, under a path, and from a foreign page.
  base: './',
  assetsInclude: ['**/*.gz'],
  plugins: [offline()],
  worker: { format: 'es' },
  build: {
    target: 'es2022',
    modulePreload: { polyfill: false },
    assetsInlineLimit: 0,
    chunkSizeWarningLimit: 1200,
    rollupOptions: {
      input: { page: 'index.html', gangmu: 'src/widget/index.ts', sw: 'src/offline/service-worker.ts' },
      output: {
        entryFileNames: (chunk) => (['gangmu', 'sw'].includes(chunk.name) ? '[name].js' : 'assets/[name]-[hash].js'),
      },
      preserveEntrySignatures: 'exports-only',
    },
  },
});
