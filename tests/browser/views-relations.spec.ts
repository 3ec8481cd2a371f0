// Relations: made when asked for; the tree folds, by hand and by key; the list filters; rules and guesses are told apart.
import { readFile } from 'node:fs/promises';
import { expect, marked, openSample, test } from './support.js';

test('the tree is made when asked for, and folds', async ({ page }) => {
  await openSample(page, 0, '#relations');
  await page.getByRole('button', { name: '分析篇章结构' }).click();
  const tree = page.locator('gangmu-rst');
  const svg = tree.locator('svg').first();
  await expect(svg).toBeVisible({ timeout: 45_000 });
  const buttons = svg.getByRole('button');
  const before = await buttons.count();
  expect(before).toBeGreaterThan(1);
  // Folding the root by key leaves one stretch of text.
  const root = svg.getByRole('button', { name: /^收起单位 1–/ }).first();
  await root.focus();
  await page.keyboard.press('Enter');
  await expect(buttons).toHaveCount(1);
  await tree.getByRole('button', { name: '展开一层' }).click();
  expect(await buttons.count()).toBeGreaterThan(1);
  await tree.getByRole('button', { name: '全部展开' }).click();
  await svg.locator('text', { hasText: '同志们' }).first().click();
  await expect.poll(() => marked(page, 'focus')).toContain('同志们');
});

test('relations are filtered by ground, and each shows its own', async ({ page }) => {
  await openSample(page, 0, '#relations.list');
  await page.getByRole('button', { name: '分析篇章结构' }).click();
  const list = page.locator('gangmu-relations');
  await expect(list.locator('li').first()).toBeVisible({ timeout: 45_000 });
  const evidence = list.getByRole('combobox', { name: '依据' });
  await evidence.selectOption({ label: '规则：用语' });
  await expect(list.locator('li').first()).toContainText('规则：用语');
  await expect(list.locator('li').filter({ hasText: '模型推断' })).toHaveCount(0);
  // What rests on words shows them.
  expect(await list.locator('li .cue-word').count()).toBe(await list.locator('li').count());
  await list.locator('li').first().getByRole('button').first().click();
  expect(await marked(page, 'focus')).not.toBe('');
  await list.getByRole('button', { name: '导出' }).click();
  const [download] = await Promise.all([page.waitForEvent('download'), list.locator('[data-export="json"]').click()]);
  const rows = JSON.parse(await readFile(await download.path(), 'utf8')) as { evidence: string; signal: string | null }[];
  expect(rows.length).toBeGreaterThan(0);
  expect(rows.every((row) => row.evidence === '规则：用语' && row.signal !== null)).toBe(true);
});
