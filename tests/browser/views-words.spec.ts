// Words as pictures: the cloud lies the same way every time, follows and leads, and is a table for whoever cannot see it.
import { expect, marked, openFile, openSample, read, test } from './support.js';

test('the cloud is the same every time, and what lays it out is no part of the first page', async ({ page }) => {
  const scripts: string[] = [];
  page.on('request', (request) => scripts.push(request.url()));
  const layoutLoaded = () => scripts.some((url) => url.includes('d3-cloud'));
  await page.goto('/');
  await page.waitForLoadState('networkidle');
  expect(layoutLoaded()).toBe(false);
  await openSample(page, 0);
  await page.getByRole('button', { name: '词云' }).click();
  const words = page.locator('gangmu-cloud svg text');
  await expect(words.first()).toBeVisible();
  const places = async () => words.evaluateAll((all) => all.map((word) => [word.textContent, word.getAttribute('font-size'), word.querySelector('tspan')?.getAttribute('x')].join()));
  const first = await places();
  expect(first.length).toBeGreaterThan(20);
  expect(layoutLoaded()).toBe(true);
  await page.reload();
  await page.locator('gangmu-start li button').nth(0).click();
  await read(page);
  await expect(words.first()).toBeVisible();
  expect(await places()).toEqual(first);
});

test('a word of the cloud leads into the text, and the table says the same', async ({ page }) => {
  await openSample(page, 0, '#terms.cloud');
  await page.locator('gangmu-cloud svg text', { hasText: '群众' }).first().click();
  await expect.poll(() => marked(page, 'focus')).toBe('群众');
  await page.locator('gangmu-cloud').getByRole('button', { name: '看表' }).click();
  const rows = page.locator('gangmu-cloud tbody tr');
  await expect(rows.filter({ hasText: '群众' }).first()).toHaveClass(/on/);
  await rows.filter({ hasText: '道路' }).getByRole('button').click();
  await expect.poll(() => marked(page, 'focus')).toBe('道路');
});

test('hostile words are words in the cloud too', async ({ page }) => {
  await page.goto('/#terms.cloud');
  await openFile(page, 'a.txt', Buffer.from('在会上的讲话\n群众要安全，群众要发展，<script>window.evil=1</script>群众要<img src=x onerror=window.evil=1>安全。\n'));
  await read(page);
  await expect(page.locator('gangmu-cloud svg text').first()).toBeVisible();
  expect(await page.evaluate(() => (window as { evil?: number }).evil)).toBeUndefined();
});
