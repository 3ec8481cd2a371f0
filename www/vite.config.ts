// One build for the page (hashed assets) and the widget (the stable name gangmu.js beside them).
import { defineConfig } from 'vite';

export default defineConfig({
  // Relative addresses: the same folder works at a root, under a path, and from a foreign page.
  base: './',
  assetsInclude: ['**/*.gz'],
  worker: { format: 'es' },
  build: {
    target: 'es2022',
    modulePreload: { polyfill: false },
    assetsInlineLimit: 0,
    chunkSizeWarningLimit: 1200,
    rollupOptions: {
      input: { page: 'index.html', gangmu: 'src/widget/index.ts' },
      output: {
        entryFileNames: (chunk) => (chunk.name === 'gangmu' ? 'gangmu.js' : 'assets/[name]-[hash].js'),
      },
      preserveEntrySignatures: 'exports-only',
    },
  },
});
