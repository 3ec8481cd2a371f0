// Whatever comes in: a clear message or a smaller outline, never a blank page, and the next text works.
import type { Page } from '@playwright/test';
import { expect, openFile, openSample, read, test, TEXT } from './support.js';

async function nextWorks(page: Page): Promise<void> {
  await openFile(page, 'next.txt', Buffer.from(TEXT));
  await read(page);
  await expect(page.getByRole('treeitem').filter({ hasText: '压实责任' })).toBeVisible();
}

const TEXTS: [string, string][] = [
  ['one character', '一'],
  ['lone surrogates', '一、\ud800甲\n二、\udfff乙'],
  ['NUL and controls', '一、甲\u0000\u0001\u0008\n二、乙\u007f'],
  ['private use', '一、\ue000\uf8ff\n二、\u{f0000}'],
  ['only marks', '。！？；：'],
];

for (const [name, text] of TEXTS) {
  test(`${name} is read`, async ({ page }) => {
    await page.goto('/');
    await page.getByRole('textbox').evaluate((area, value) => {
      (area as HTMLTextAreaElement).value = value;
      area.dispatchEvent(new InputEvent('input', { bubbles: true }));
    }, text);
    await page.getByRole('button', { name: '开始阅读' }).click();
    await read(page);
    await expect(page.locator('gangmu-reader p').first()).toBeVisible();
    await nextWorks(page);
  });
}

test('an empty file says so', async ({ page }) => {
  await page.goto('/');
  await openFile(page, 'empty.txt', Buffer.alloc(0));
  await expect(page.locator('.notice')).toContainText('这个文件里没有文字');
  await nextWorks(page);
});

test('a binary file is refused', async ({ page }) => {
  await page.goto('/');
  await openFile(page, 'photo.txt', Buffer.from('89504e470d0a1a0a0000000d49484452', 'hex'));
  await expect(page.locator('.notice')).toHaveAttribute('data-code', 'file-binary');
  await expect(page.locator('.notice')).toContainText('不是纯文本文件');
  await nextWorks(page);
});

test('ten megabytes on one line keep the page alive', async ({ page }) => {
  test.setTimeout(180_000);
  await page.goto('/');
  await openFile(page, 'long.txt', Buffer.from('要把责任落实到人，把任务落实到天。'.repeat(205_000)));
  await expect(page.locator('gangmu-reader p').first()).toBeVisible({ timeout: 30_000 });
  // The thread is free: a click is answered while the worker reads.
  await page.getByRole('tab', { name: '概览' }).click({ timeout: 5000 });
  await expect(page.getByRole('tab', { name: '概览' })).toHaveAttribute('aria-selected', 'true', { timeout: 2000 });
  // Only what is near the view is in the tree of elements.
  expect(await page.locator('gangmu-reader p').count()).toBeLessThan(60);
  const stop = page.getByRole('button', { name: '停止' });
  // It comes a moment after the work began; a machine may be done before.
  await stop.click({ timeout: 8000 }).catch(() => undefined);
  await nextWorks(page);
});

test('a hundred thousand lines stay a few elements', async ({ page }) => {
  test.setTimeout(120_000);
  await page.goto('/');
  await openFile(page, 'lines.txt', Buffer.from('字\n'.repeat(100_000)));
  await expect(page.locator('gangmu-reader p').first()).toBeVisible({ timeout: 30_000 });
  expect(await page.locator('gangmu-reader p').count()).toBeLessThan(2000);
  await nextWorks(page);
});

test.describe('when parts are missing', () => {
  test.use({ expected: [[/Failed to load resource/, /404/, /ERR_/], { scope: 'test' }] });

  test('no dictionary: the outline is there, and why there are no words', async ({ page }) => {
    await page.route('**/dictionary*.gz', (route) => route.fulfill({ status: 404 }));
    await page.goto('/');
    await page.locator('gangmu-start li button').first().click();
    await expect(page.locator('.notice')).toHaveAttribute('data-code', 'dictionary-unreachable');
    await expect(page.getByRole('treeitem').filter({ hasText: '突出重点' })).toBeVisible();
    await expect(page.locator('gangmu-terms')).toContainText('词典到了才能统计词语');
    await page.unroute('**/dictionary*.gz');
    await page.getByRole('button', { name: '再试一次' }).click();
    await expect(page.locator('gangmu-terms tbody tr').first()).toBeVisible();
  });

  test('a broken dictionary is told apart', async ({ page }) => {
    await page.route('**/dictionary*.gz', (route) => route.fulfill({ body: Buffer.from('1f8b0800deadbeef', 'hex') }));
    await page.goto('/');
    await page.locator('gangmu-start li button').first().click();
    await expect(page.locator('.notice')).toHaveAttribute('data-code', 'dictionary-corrupt');
    await expect(page.getByRole('treeitem').first()).toBeVisible();
  });

  for (const [name, response, code] of [
    ['missing', { status: 404 }, 'wasm-unreachable'],
    ['broken', { body: 'no wasm', contentType: 'application/wasm' }, 'wasm-failed'],
  ] as const) {
    test(`a ${name} wasm leaves the text to read, and can be tried again`, async ({ page }) => {
      await page.route('**/*.wasm', (route) => route.fulfill(response));
      await page.goto('/');
      await page.locator('gangmu-start li button').first().click();
      await expect(page.locator('.notice')).toHaveAttribute('data-code', code);
      await expect(page.locator('gangmu-reader p').first()).toBeVisible();
      await page.unroute('**/*.wasm');
      await page.getByRole('button', { name: '再试一次' }).click();
      await expect(page.getByRole('treeitem').first()).toBeVisible();
    });
  }

  test('a worker that cannot load says so', async ({ page }) => {
    await page.route('**/worker*.js', (route) => route.fulfill({ status: 404 }));
    await page.goto('/');
    await page.locator('gangmu-start li button').first().click();
    await expect(page.locator('.notice')).toHaveAttribute('data-code', 'worker-failed');
    await expect(page.locator('gangmu-reader p').first()).toBeVisible();
  });

  test('a wrong MIME type of the wasm does not matter', async ({ page }) => {
    await page.route('**/*.wasm', async (route) => {
      const response = await route.fetch();
      await route.fulfill({ response, headers: { ...response.headers(), 'content-type': 'text/plain' } });
    });
    await openSample(page, 0);
    await expect(page.getByRole('treeitem').first()).toBeVisible();
  });
});

test('the outline comes before the dictionary', async ({ page }) => {
  let release: () => void = () => undefined;
  const held = new Promise<void>((resolve) => (release = resolve));
  await page.route('**/dictionary*.gz', async (route) => {
    await held;
    await route.continue();
  });
  await page.goto('/');
  await page.locator('gangmu-start li button').first().click();
  await expect(page.getByRole('treeitem').filter({ hasText: '突出重点' })).toBeVisible();
  await expect(page.locator('gangmu-terms')).toContainText('词典到了才能统计词语');
  release();
  await expect(page.locator('gangmu-terms tbody tr').first()).toBeVisible();
});
