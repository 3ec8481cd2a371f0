// The frame and its messages, with the very script the documentation gives; the code the page copies.
import { readFileSync } from 'node:fs';
import { expect, test } from './hosts/fixture.js';
import { openSample } from './support.js';

const DOCS = readFileSync(new URL('../../docs/embed.md', import.meta.url), 'utf8');
const HOST_CODE = /```html\n(<iframe[^]*?)```/.exec(DOCS)?.[1] ?? '';

/** The documented page, around an article. */
function hostPage(site: string, code = HOST_CODE): { type: string; body: string } {
  const body = `<!doctype html><meta charset="utf-8"><title>宿主</title><link rel="icon" href="data:,"><pre id="article">一、认清形势\n形势逼人。\n二、抓好落实\n</pre>${code.replace('https://example.org/gangmu/', `${site}/`)}`;
  return { type: 'text/html; charset=utf-8', body };
}

test('the host script of the documentation works, in twenty lines', async ({ page, host, baseURL }) => {
  expect(HOST_CODE.trimEnd().split('\n').length).toBeLessThanOrEqual(20);
  host.extra.set('/page', hostPage(baseURL ?? ''));
  const said: string[] = [];
  page.on('console', (message) => said.push(message.text()));
  await page.goto(`${host.origin}/page`);
  const frame = page.frameLocator('#gangmu');
  await expect(frame.getByRole('treeitem').filter({ hasText: '抓好落实' })).toBeVisible();
  await expect.poll(() => said.some((line) => line === '2 points')).toBe(true);
  await expect.poll(() => page.locator('#gangmu').evaluate((e) => e.clientHeight)).toBeGreaterThan(150);
  await frame.getByRole('treeitem').nth(1).click();
  await expect.poll(() => said.length).toBeGreaterThan(1);
  // The page chooses; the frame follows.
  await page.evaluate((origin) => {
    (document.getElementById('gangmu') as HTMLIFrameElement).contentWindow?.postMessage({ gangmu: 1, type: 'select', node: 0 }, origin);
  }, new URL(baseURL ?? '').origin);
  await expect(frame.getByRole('treeitem').first()).toHaveAttribute('aria-selected', 'true');
});

test('the frame tells nothing to, and hears nothing of, an origin its address does not name', async ({ page, host, baseURL }) => {
  host.extra.set('/page', hostPage(baseURL ?? '', HOST_CODE.replace('encodeURIComponent(location.origin)', "'https://else.example'")));
  await page.goto(`${host.origin}/page`);
  await page.evaluate(() => {
    window.addEventListener('message', () => document.body.setAttribute('data-heard', ''));
  });
  const frame = page.frames().find((f) => f.url().includes('embed.html'));
  await frame?.waitForFunction(() => customElements.get('gangmu-analyzer') !== undefined);
  await page.evaluate((origin) => {
    (document.getElementById('gangmu') as HTMLIFrameElement).contentWindow?.postMessage({ gangmu: 1, type: 'set-text', text: '一、甲\n二、乙\n' }, origin);
  }, new URL(baseURL ?? '').origin);
  await page.waitForTimeout(500);
  expect(await frame?.evaluate(() => document.querySelector('gangmu-analyzer'))).toBeNull();
  await expect(page.locator('body')).not.toHaveAttribute('data-heard');
});

test('a frame with its text in the address needs no messages', async ({ page }) => {
  await page.goto(`/embed.html#view=outline&lang=en&text=${encodeURIComponent('一、甲事\n二、乙事\n')}`);
  await expect(page.getByRole('treeitem')).toHaveCount(2);
});

test('the code the page copies works on another page', async ({ page, host, context, baseURL }) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write'], { origin: new URL(baseURL ?? '').origin });
  await openSample(page, 0);
  const points = await page.getByRole('treeitem').count();
  await page.getByRole('button', { name: '复制嵌入代码' }).click();
  await expect(page.locator('gangmu-embed-code [role=status]')).toHaveText('已复制。');
  const code = await page.evaluate(() => navigator.clipboard.readText());
  expect(code).toContain('<gangmu-analyzer');
  host.extra.set('/pasted', { type: 'text/html; charset=utf-8', body: `<!doctype html><meta charset="utf-8"><title>粘贴</title><link rel="icon" href="data:,">${code}` });
  await page.goto(`${host.origin}/pasted`);
  await expect(page.getByRole('treeitem')).toHaveCount(points);
});
