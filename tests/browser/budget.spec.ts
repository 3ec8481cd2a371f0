// What a page pays for the widget, compressed by Brotli as hosts do.
import { brotliCompressSync } from 'node:zlib';
import { expect, test } from './hosts/fixture.js';

const kB = (bytes: number) => bytes / 1000;

test('element, wasm, dictionary and charts keep their budgets; charts load when one is shown', async ({ page, host, request }) => {
  const loaded = new Set<string>();
  page.on('request', (r) => {
    if (!r.url().startsWith(host.origin) && /^http/.test(r.url())) loaded.add(r.url());
  });
  const size = async (urls: Iterable<string>) => {
    let sum = 0;
    for (const url of urls) sum += brotliCompressSync(await (await request.get(url)).body()).length;
    return kB(sum);
  };
  await page.goto(`${host.origin}/article`);
  await expect(page.locator('gangmu-terms tbody tr').first()).toBeVisible();
  const first = [...loaded];
  const tables = first.filter((url) => url.endsWith('.gz'));
  const code = first.filter((url) => !url.endsWith('.gz'));
  expect(await size(tables.filter((url) => /dictionary/.test(url)))).toBeLessThanOrEqual(800);
  expect(code.filter((url) => /runtime/.test(url) && !/rolldown/.test(url)), 'no charts yet').toEqual([]);
  const [wasm, script] = [await size(code.filter((url) => url.endsWith('.wasm'))), await size(code.filter((url) => url.endsWith('.js')))];
  test.info().annotations.push({ type: 'kB', description: `wasm ${wasm.toFixed(0)}, script ${script.toFixed(0)}` });
  expect(wasm + script).toBeLessThanOrEqual(330);

  await page.evaluate(() => document.querySelector('gangmu-analyzer')?.setAttribute('view', 'places'));
  await expect(page.locator('gangmu-barcode')).toBeVisible();
  await expect.poll(() => [...loaded].length).toBeGreaterThan(first.length);
  expect(await size([...loaded].filter((url) => !first.includes(url)))).toBeLessThanOrEqual(280);
});
