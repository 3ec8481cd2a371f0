// The export menu: what is saved opens elsewhere and holds what is shown.
import { readFile } from 'node:fs/promises';
import type { Locator, Page } from '@playwright/test';
import { expect, openFile, openSample, read, test } from './support.js';

async function saved(page: Page, menu: Locator, item: string): Promise<{ name: string; bytes: Buffer }> {
  await menu.getByRole('button', { name: '导出' }).click();
  const [download] = await Promise.all([page.waitForEvent('download'), menu.locator(`[data-export="${item}"]`).click()]);
  return { name: download.suggestedFilename(), bytes: await readFile(await download.path()) };
}

test('tables and pictures are saved under the title of the document', async ({ page }) => {
  await openSample(page, 0, '#places');
  await expect(page.locator('gangmu-barcode svg')).toBeVisible();
  const menu = page.locator('gangmu-barcode gangmu-export-menu');

  const csv = await saved(page, menu, 'csv');
  expect(csv.name).toBe('在全县乡村建设推进会上的讲话-全文分布.csv');
  expect([...csv.bytes.subarray(0, 3)]).toEqual([0xef, 0xbb, 0xbf]);
  const rows = csv.bytes.toString('utf8').slice(1).split('\r\n');
  expect(rows[0]).toBe('词语,次数,首见（%）,末见（%）,离散度 DP');
  expect(rows).toHaveLength(12);

  const json = JSON.parse((await saved(page, menu, 'json')).bytes.toString('utf8')) as { word: string; count: number }[];
  expect(json).toHaveLength(10);
  expect(json[0]?.count).toBeGreaterThan(5);
  expect(rows[1]).toMatch(new RegExp(`^${json[0]?.word},${json[0]?.count},`));

  const svg = (await saved(page, menu, 'svg')).bytes.toString('utf8');
  const problems = await page.evaluate((text) => {
    const parsed = new DOMParser().parseFromString(text, 'image/svg+xml');
    return { broken: parsed.querySelector('parsererror') !== null, scripts: parsed.querySelectorAll('script, foreignObject').length, words: parsed.documentElement.textContent ?? '' };
  }, svg);
  expect(problems).toMatchObject({ broken: false, scripts: 0 });
  expect(problems.words).toContain(json[0]?.word);

  const small = (await saved(page, menu, 'png-1')).bytes;
  const large = (await saved(page, menu, 'png-4')).bytes;
  expect(small.subarray(1, 4).toString()).toBe('PNG');
  // The width stands at byte 16 of the header.
  expect(large.readUInt32BE(16) / small.readUInt32BE(16)).toBeCloseTo(4, 1);
  await expect(page.locator('footer .network')).toContainText('：0');
});

test('the menu is walked by keys and closes by Escape', async ({ page }) => {
  await openSample(page, 0, '#places');
  const menu = page.locator('gangmu-barcode gangmu-export-menu');
  const trigger = menu.getByRole('button', { name: '导出' });
  await trigger.focus();
  await page.keyboard.press('ArrowDown');
  await expect(menu.getByRole('menuitem').first()).toBeFocused();
  await page.keyboard.press('End');
  await expect(menu.getByRole('menuitem', { name: '复制表格' })).toBeFocused();
  await page.keyboard.press('ArrowDown');
  await expect(menu.getByRole('menuitem').first()).toBeFocused();
  await page.keyboard.press('Escape');
  await expect(menu.getByRole('menu')).toHaveCount(0);
  await expect(trigger).toBeFocused();
});

test('the table is copied for spreadsheets', async ({ page, context }) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  await openSample(page, 0, '#places');
  const menu = page.locator('gangmu-heat gangmu-export-menu');
  await menu.getByRole('button', { name: '导出' }).click();
  await menu.locator('[data-export="copy"]').click();
  await expect(menu.getByRole('status')).toHaveText('好了');
  const copied = await page.evaluate(() => navigator.clipboard.readText());
  expect(copied.split('\n')).toHaveLength(11);
  expect(copied.split('\n')[0]?.split('\t')[0]).toBe('词语');
});

test('a hostile title makes a harmless name, and a formula stays text', async ({ page }) => {
  await page.goto('/');
  const evil = '关于=cmd|’/c calc’!A1与<img src=x onerror=window.evil=1>/../的讲话\n同志们：\n一、=HYPERLINK("x")形势\n群众群众群众。=群众。\n二、责任\n群众责任责任。\n';
  await openFile(page, 'x.txt', Buffer.from(evil));
  await read(page);
  await page.getByRole('tab', { name: '分布' }).click();
  const { name, bytes } = await saved(page, page.locator('gangmu-heat gangmu-export-menu'), 'csv');
  expect(name).not.toMatch(/[<>|/\\"]/);
  for (const cell of bytes.toString('utf8').slice(1).split(/,|\r\n/)) expect(cell).not.toMatch(/^"?[=+@-]/);
});
