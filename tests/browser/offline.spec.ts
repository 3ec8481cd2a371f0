// Without a network, and across versions. The built page is copied, so that the server can be taken away and so that a
// second version can be put in its place.
import { createServer, type Server } from 'node:http';
import { cpSync, mkdtempSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { extname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Page } from '@playwright/test';
import { sealServiceWorker } from '../../www/vite/offline.js';
import { expect, read, test } from './support.js';

const DIST = fileURLToPath(new URL('../../www/dist', import.meta.url));
const TYPES: Record<string, string> = {
  '.html': 'text/html; charset=utf-8', '.js': 'text/javascript; charset=utf-8', '.css': 'text/css; charset=utf-8',
  '.wasm': 'application/wasm', '.svg': 'image/svg+xml', '.webmanifest': 'application/manifest+json', '.png': 'image/png',
};

test.use({ serviceWorkers: 'allow' });

let folder: string;
let server: Server;
let origin: string;

test.beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'gangmu-offline-'));
  cpSync(DIST, folder, { recursive: true });
  server = createServer((request, response) => {
    const path = (request.url ?? '/').split('?', 1)[0] ?? '/';
    try {
      const body = readFileSync(join(folder, path === '/' ? 'index.html' : path));
      response.writeHead(200, { 'content-type': TYPES[extname(path) || '.html'] ?? 'application/octet-stream', 'cache-control': 'no-cache' });
      response.end(body);
    } catch {
      response.writeHead(404).end();
    }
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
});

test.afterEach(() => {
  server.closeAllConnections();
  server.close();
  rmSync(folder, { recursive: true });
});

/** Waits until a whole version is kept. */
async function kept(page: Page): Promise<void> {
  await page.evaluate(() => navigator.serviceWorker.ready.then(() => undefined));
}

/** Another version in the place of this one: its script, renamed, says so in the page's title. */
function deploySecond(): void {
  const assets = join(folder, 'assets');
  const script = readdirSync(assets).find((name) => /^page-.*\.js$/.test(name)) ?? '';
  renameSync(join(assets, script), join(assets, 'page-second.js'));
  writeFileSync(join(assets, 'page-second.js'), `${readFileSync(join(assets, 'page-second.js'), 'utf8')}\ndocument.documentElement.dataset.script = 'second';`);
  const index = join(folder, 'index.html');
  writeFileSync(index, readFileSync(index, 'utf8').replace(script, 'page-second.js').replace('<html ', '<html data-page="second" '));
  const sw = join(folder, 'sw.js');
  writeFileSync(sw, readFileSync(sw, 'utf8').replace(/JSON\.parse\((["'`]).*?[^\\]\1\)/, 'JSON.parse("%FILES%")').replace(/gangmu-[0-9a-f]{16}/, 'gangmu-%VERSION%'));
  sealServiceWorker(folder);
}

const version = (page: Page) => page.evaluate(() => [document.documentElement.dataset['page'] ?? 'first', document.documentElement.dataset['script'] ?? 'first']);

test('after one visit the page opens, reads and edits without a network', async ({ page, context }) => {
  await page.goto(origin);
  await kept(page);
  await context.setOffline(true);
  server.closeAllConnections();
  server.close();
  await page.reload();
  await page.locator('gangmu-start li button').first().click();
  await read(page);
  await expect(page.getByRole('treeitem').filter({ hasText: '突出重点' })).toBeVisible();
  await expect(page.locator('gangmu-terms tbody tr').first()).toBeVisible();
  await expect(page.locator('gangmu-terms svg').first()).toBeVisible();
  await page.getByRole('button', { name: '修改', exact: true }).click();
  await expect(page.locator('gangmu-editor .cm-content')).toBeVisible();
});

test('an update never mixes old and new, and comes when all windows are closed', async ({ page, context }) => {
  await page.goto(origin);
  await kept(page);
  deploySecond();
  await page.reload();
  // Still the first version, whole, from what is kept; the second is waiting, and the page says so.
  expect(await version(page)).toEqual(['first', 'first']);
  await page.locator('gangmu-start li button').first().click();
  await read(page);
  await expect(page.locator('footer .update')).toContainText('新版本');
  const other = await context.newPage();
  await page.close();
  // The browser takes a moment to notice that nobody reads the old one any more.
  await expect.poll(async () => {
    await other.goto('about:blank');
    // Opened again at once, the page would take hold of the old one before it can go.
    await other.waitForTimeout(500);
    await other.goto(origin);
    await expect(other.locator('gangmu-start')).toBeVisible();
    return version(other);
  }, { intervals: [200, 500, 1000] }).toEqual(['second', 'second']);
  await expect(other.locator('gangmu-start')).toBeVisible();
  expect(await other.evaluate(async () => (await caches.keys()).filter((name) => name.startsWith('gangmu-')).length)).toBe(1);
});

test('a version that does not hang together is not taken', async ({ page }) => {
  await page.goto(origin);
  await kept(page);
  const before = await page.evaluate(() => caches.keys());
  // A new list of files, and one file of another version.
  deploySecond();
  writeFileSync(join(folder, 'index.html'), `${readFileSync(join(folder, 'index.html'), 'utf8')}<!-- third -->`);
  await page.evaluate(async () => {
    const registration = await navigator.serviceWorker.ready;
    const found = new Promise<void>((resolve) => registration.addEventListener('updatefound', () => registration.installing?.addEventListener('statechange', function () {
      if (this.state === 'redundant' || this.state === 'installed') resolve();
    })));
    await registration.update();
    await found;
  });
  expect(await page.evaluate(async () => (await navigator.serviceWorker.ready).waiting)).toBeNull();
  expect(await page.evaluate(() => caches.keys())).toEqual(before);
});

test('it installs as an app', async ({ page, context }) => {
  await page.goto(origin);
  await kept(page);
  const client = await context.newCDPSession(page);
  const { installabilityErrors } = await client.send('Page.getInstallabilityErrors');
  // Playwright's contexts are private windows, from which nothing can be installed: nothing else may stand in the way.
  expect(installabilityErrors.map(({ errorId }) => errorId).filter((id) => id !== 'in-incognito')).toEqual([]);
  const manifest = await client.send('Page.getAppManifest');
  expect(manifest.errors).toEqual([]);
  expect(JSON.parse(manifest.data ?? '')).toMatchObject({ short_name: '纲目', display: 'standalone' });
});
