// The widget on a page of another origin, served here.
import { createServer, type Server } from 'node:http';
import { readFileSync } from 'node:fs';
import type { AddressInfo } from 'node:net';
import { expect, marked, test } from './support.js';

let server: Server;
let origin: string;

test.beforeAll(async ({ baseURL }) => {
  server = createServer((request, response) => {
    const name = new URL(request.url ?? '/', 'http://host').pathname.slice(1);
    if (!/^[a-z-]+\.html$/.test(name)) {
      response.writeHead(204).end();
      return;
    }
    const headers: Record<string, string> = { 'content-type': 'text/html; charset=utf-8' };
    if (name === 'strict.html') headers['content-security-policy'] = `default-src 'none'; script-src ${baseURL ?? ''}; connect-src ${baseURL ?? ''}; worker-src blob:; style-src 'unsafe-inline'`;
    const html = readFileSync(new URL(`hosts/${name}`, import.meta.url), 'utf8').replaceAll('GANGMU', baseURL ?? '');
    response.writeHead(200, headers).end(html);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
});

test.afterAll(() => new Promise((resolve) => server.close(resolve)));

test('one script and one element show outline and terms of the article', async ({ page }) => {
  await page.goto(`${origin}/article.html`);
  const widget = page.locator('gangmu-analyzer');
  await expect(widget.getByRole('treeitem').filter({ hasText: '认清形势' })).toBeVisible();
  await expect(widget.locator('gangmu-terms tbody tr').first()).toBeVisible();
});

test('a node is marked in the host\'s own article, whose elements stay as they were', async ({ page }) => {
  await page.goto(`${origin}/article.html`);
  const before = await page.locator('#article').evaluate((e) => e.outerHTML);
  const widget = page.locator('gangmu-analyzer');
  await widget.getByRole('treeitem').filter({ hasText: '压实责任' }).click();
  await expect.poll(() => marked(page, 'focus')).toContain('压实责任');
  await expect(widget.locator('gangmu-terms tbody tr').first()).toBeVisible();
  await widget.locator('gangmu-terms tbody tr').first().click();
  await expect.poll(() => marked(page, 'hit')).toContain('|');
  expect(await page.locator('#article').evaluate((e) => e.outerHTML)).toBe(before);
  expect(await page.evaluate(() => Object.keys(window).filter((key) => /^_*(gangmu|echarts|zr)/i.test(key)))).toEqual([]);
});

test('two widgets share one worker; when both are gone it ends', async ({ page }) => {
  await page.goto(`${origin}/two.html`);
  await expect(page.locator('gangmu-analyzer').nth(0).getByRole('treeitem').first()).toBeVisible();
  await expect(page.locator('gangmu-analyzer').nth(1).getByRole('treeitem').first()).toBeVisible();
  expect(page.workers()).toHaveLength(1);
  await page.evaluate(() => document.querySelectorAll('gangmu-analyzer').forEach((e) => e.remove()));
  await expect.poll(() => page.workers().length).toBe(0);
  expect(await marked(page, 'hit')).toBe('');
});

test('a re-render that removes and adds the element again keeps the worker', async ({ page }) => {
  await page.goto(`${origin}/article.html`);
  await expect(page.locator('gangmu-terms tbody tr').first()).toBeVisible();
  await page.evaluate(() => {
    const element = document.querySelector('gangmu-analyzer');
    const parent = element?.parentElement;
    for (let i = 0; i < 5; i++) {
      element?.remove();
      if (element) parent?.append(element);
    }
  });
  await expect(page.locator('gangmu-terms tbody tr').first()).toBeVisible();
  expect(page.workers()).toHaveLength(1);
});

test.describe('on a strict host', () => {
  test.use({ expected: [[/Content Security Policy/, /WebAssembly/], { scope: 'test' }] });
  test('a page that forbids WebAssembly is left alone, and told why', async ({ page }) => {
    await page.goto(`${origin}/strict.html`);
    await expect(page.locator('gangmu-analyzer [role=alert]')).toHaveAttribute('data-code', /wasm-blocked|worker-failed/);
    await expect(page.locator('#article')).toContainText('认清形势');
  });
});

test('an article that is not there is named', async ({ page }) => {
  await page.goto(`${origin}/missing.html`);
  await expect(page.locator('gangmu-analyzer [role=alert]')).toHaveAttribute('data-code', 'source-missing');
});

test('in a narrow column of a dark page nothing sticks out', async ({ page }) => {
  await page.goto(`${origin}/dark-narrow.html`);
  const widget = page.locator('gangmu-analyzer');
  await expect(widget.locator('gangmu-terms tbody tr').first()).toBeVisible();
  expect(await widget.evaluate((e) => getComputedStyle(e).colorScheme)).toBe('dark');
  expect(await widget.evaluate((e) => e.scrollWidth <= e.clientWidth)).toBe(true);
});
