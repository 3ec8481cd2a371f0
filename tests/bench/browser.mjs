// Headless Chromium for the rows that need one. In: where things are. Out: pages under one server, profiles that can be returned to.
import { mkdtempSync, rmSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { serve } from './server.mjs';

// Playwright is a package of the browser tests, one folder up.
const { chromium } = createRequire(new URL('../package.json', import.meta.url))('@playwright/test');
const here = dirname(fileURLToPath(import.meta.url));
const www = join(here, '../../www');

/** Starts the host; `profile()` opens a browser that has never been anywhere. */
export async function browsing({ dist, engine, folder, chromium: executablePath }) {
  const theirs = dirname(createRequire(import.meta.url).resolve('jieba-wasm/web'));
  const built = join(folder, 'pages');
  await bundle(built);
  const server = await serve({ '/built/': built, '/dist/': dist, '/engine/': engine, '/jieba-wasm/': theirs, '/texts/': folder, '/pages/': join(here, 'pages') });
  return {
    stop: server.stop,
    async profile() {
      const home = mkdtempSync(join(tmpdir(), 'gangmu-bench-'));
      const browser = await chromium.launchPersistentContext(home, { executablePath: executablePath ?? undefined, args: ['--no-sandbox', '--js-flags=--expose-gc', '--enable-precise-memory-info'] });
      const visit = async (name) => {
        const page = await browser.newPage();
        page.on('pageerror', (error) => console.error(`    ${name}: ${error.message}`));
        // Asking the page would run a driver's script in it, 10 to 15 ms amid what is measured.
        const done = page.waitForEvent('console', (message) => message.text() === 'measured');
        await page.goto(`${server.url}/pages/${name}.html`, { waitUntil: 'commit' });
        await done;
        return page;
      };
      const close = async () => {
        await browser.close();
        rmSync(home, { recursive: true, force: true });
      };
      return { visit, close };
    },
  };
}

/** Builds the pages that are made of the engine's own modules, as the page of the house is built. */
async function bundle(outDir) {
  const { build } = await import(pathToFileURL(createRequire(join(www, 'package.json')).resolve('vite')));
  const { parts } = await import(pathToFileURL(join(www, 'vite.parts.js')));
  const rollupOptions = { input: ['ours-cut', 'pool'].map((name) => join(here, `pages/${name}.mjs`)), output: { entryFileNames: '[name].js' } };
  await build({
    root: www, configFile: false, logLevel: 'warn', base: './', publicDir: false, assetsInclude: ['**/*.gz'], plugins: [parts()], worker: { format: 'es' },
    build: { outDir, emptyOutDir: true, target: 'es2022', assetsInlineLimit: 0, rollupOptions },
  });
}
