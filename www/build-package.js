// `npm run package`: what npm ships, into lib/. Browser modules whose parts lie beside them, the same with all parts
// inside, the modules for Node, types, the schema of the report, the manifest of the elements.
import { cpSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { execFileSync } from 'node:child_process';
import { build } from 'vite';
import { parts } from './vite.parts.js';

const OUT = 'lib';
const ENGINE = 'src/engine/wasm';

/** Names that stay the same from version to version: the package's `exports` promise them. */
const NAMES = {
  'gangmu_bg.wasm': 'gangmu.wasm',
  'gangmu-first_bg.wasm': 'gangmu-first.wasm',
  'dictionary.gz': 'dictionary/lite.gz',
  'dictionary-full.gz': 'dictionary/full.gz',
  'reference.gz': 'dictionary/reference.gz',
  'rst.gz': 'rst.gz',
};

// Who imports the package's elements has all views at once; only the hosted script loads some later.
const checks = { ineffectiveDynamicImport: false };

/** @type {import('vite').InlineConfig} */
const common = { configFile: false, logLevel: 'warn', base: './', assetsInclude: ['**/*.gz'], plugins: [parts()], publicDir: false };

/** @type {(input: Record<string, string>) => import('vite').InlineConfig} */
const browser = (input) => ({
  ...common,
  worker: { format: 'es', rollupOptions: { output: { entryFileNames: 'worker.js' } } },
  build: {
    outDir: OUT,
    emptyOutDir: false,
    target: 'es2022',
    modulePreload: false,
    assetsInlineLimit: 0,
    chunkSizeWarningLimit: 4000,
    rollupOptions: {
      checks,
      input,
      preserveEntrySignatures: 'strict',
      output: {
        entryFileNames: '[name].js',
        chunkFileNames: 'chunks/[name].js',
        assetFileNames: (asset) => NAMES[asset.names[0] ?? ''] ?? '[name][extname]',
      },
    },
  },
});

/** @type {import('vite').InlineConfig} */
const node = {
  ...common,
  ssr: { noExternal: true, target: 'node' },
  build: {
    ssr: true,
    outDir: OUT,
    emptyOutDir: false,
    target: 'node20',
    rollupOptions: {
      checks,
      input: { node: 'src/package/node.ts', cli: 'src/cli/main.ts' },
      // Beside the parts, which are found from where the code is.
      output: { entryFileNames: '[name].js', chunkFileNames: 'node-[name].js' },
    },
  },
};

/**
 * The views for servers that draw them: Lit from where it is installed, whose build for Node needs no document. Charts are
 * drawn in browsers only, by the module that is there for them.
 * @type {import('vite').InlineConfig}
 */
const drawn = {
  ...common,
  ssr: { noExternal: ['d3-cloud'], target: 'node' },
  build: {
    ssr: true,
    outDir: OUT,
    emptyOutDir: false,
    target: 'node20',
    rollupOptions: {
      checks,
      input: { 'elements-node': 'src/package/elements-node.ts' },
      external: [/^lit(\/|$)/, /charts\/runtime/],
      output: { entryFileNames: '[name].js', chunkFileNames: 'elements-node-[name].js', paths: (id) => (id.includes('charts/runtime') ? './chunks/runtime.js' : id) },
    },
  },
};

/**
 * One script for pages that load no modules, with everything inside.
 * @type {import('vite').InlineConfig}
 */
const classic = {
  ...common,
  build: {
    outDir: OUT,
    emptyOutDir: false,
    target: 'es2022',
    chunkSizeWarningLimit: 8000,
    modulePreload: false,
    rollupOptions: {
      checks,
      input: { classic: 'src/widget/classic.ts' },
      // A classic script has no address of its own, and needs none: nothing in it is loaded from elsewhere.
      transform: { define: { 'import.meta': '{}' } },
      output: { format: 'iife', entryFileNames: 'gangmu.classic.js', codeSplitting: false },
    },
  },
};

/** @param {string[]} command */
function run(...command) {
  execFileSync('npx', ['--no-install', ...command], { stdio: 'inherit' });
}

rmSync(OUT, { recursive: true, force: true });
await build(browser({ index: 'src/package/index.ts', elements: 'src/package/elements.ts', report: 'src/package/report.ts' }));
await build(browser({ inline: 'src/package/inline.ts' }));
await build(node);
await build(drawn);
await build(classic);

run('tsc', '-p', 'tsconfig.package.json');
// Of the wasm's own declarations only the types of data: its classes are behind `createAnalyzer`.
const declared = readFileSync(`${ENGINE}/gangmu.d.ts`, 'utf8');
const types = declared.slice(0, declared.search(/^(\/\*\*(?:(?!\*\/)[^])*\*\/\n)?export class /m));
mkdirSync(`${OUT}/types/engine/wasm`, { recursive: true });
writeFileSync(`${OUT}/types/engine/wasm/gangmu.d.ts`, types);

cpSync(`${ENGINE}/report.schema.json`, `${OUT}/report.schema.json`);
for (const file of ['LICENSE', 'THIRD-PARTY.md']) cpSync(`../${file}`, `${OUT}/${file}`);
run('cem', 'analyze', '--litelement', '--outdir', OUT, '--globs', 'src/elements/*.ts', 'src/widget/*.ts');
