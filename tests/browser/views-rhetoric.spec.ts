// Rhetoric: aligned slots, promises, set phrases; each leads into the text and is found from it.
import { expect, marked, openFile, openSample, read, test } from './support.js';

test('members of a parallelism stand aligned by what they share', async ({ page }) => {
  await openSample(page, 2, '#rhetoric.parallelism');
  const group = page.locator('gangmu-slots li').filter({ has: page.getByRole('button', { name: /要到位/ }) }).first();
  const rows = group.locator('.slots tbody tr');
  await expect(rows).toHaveCount(4);
  const lefts = await rows.locator('td.fixed').evaluateAll((cells) => cells.map((cell) => Math.round(cell.getBoundingClientRect().left)));
  expect(new Set(lefts).size).toBe(1);
  await expect(rows.first().locator('td.slot')).toHaveText('排查');
  await rows.nth(2).click();
  await expect.poll(() => marked(page, 'focus')).toContain('培训要到位');
  await expect(group).toHaveClass(/on/);
});

test('a promise shows what came of it', async ({ page }) => {
  await openSample(page, 2, '#rhetoric.announcements');
  const promise = page.locator('gangmu-announcements li.item').first();
  await expect(promise).toContainText('说 4 点，讲 3 点');
  await expect(promise.locator('.points li')).toHaveCount(3);
  await promise.locator('.points button').nth(1).click();
  await expect(page.getByRole('treeitem', { selected: true })).toContainText('突出重点');
  await page.locator('gangmu-announcements').getByRole('button', { name: '看表' }).click();
  await expect(page.locator('gangmu-announcements table')).toContainText('少了');
});

test('set phrases say what they stand for, and from where', async ({ page }) => {
  await openSample(page, 0, '#rhetoric.set-phrases');
  const phrase = page.locator('gangmu-set-phrases li').filter({ hasText: '四个不放过' }).first();
  await expect(phrase).toContainText(/文中自列|通行所指/);
  await phrase.getByRole('button').click();
  await expect.poll(() => marked(page, 'focus')).toContain('四个不放过');
});

test('a text without devices says what would be seen', async ({ page }) => {
  await page.goto('/#rhetoric');
  await openFile(page, 'plain.txt', Buffer.from('今天下雨。\n'));
  await read(page);
  for (const facet of ['排比', '对仗', '预告', '缩略语', '其他']) {
    await page.getByRole('button', { name: facet, exact: true }).click();
    await expect(page.locator('gangmu-rhetoric .empty')).toContainText('没有');
  }
});

test('the strip tells moves apart by name and pattern, and leads to their sentences', async ({ page }) => {
  await openSample(page, 0, '#rhetoric.moves');
  const strip = page.locator('gangmu-moves svg').first();
  await expect(strip).toBeVisible();
  // By key: the legend's first entry marks every sentence of its kind.
  const legend = strip.getByRole('button').first();
  await legend.focus();
  await page.keyboard.press('Enter');
  await expect(page.locator('gangmu-reader .walk')).toBeVisible();
  await page.locator('gangmu-moves').getByRole('button', { name: '看表' }).click();
  const rows = page.locator('gangmu-moves tbody tr');
  expect(await rows.count()).toBeGreaterThan(20);
  await expect(rows.filter({ hasText: '所属标题' }).or(rows.filter({ hasText: '本句用语' })).first()).toBeVisible();
});

test('other devices are listed by kind, with the words that show them', async ({ page }) => {
  await page.goto('/#rhetoric.devices');
  await openFile(page, 'devices.txt', Buffer.from('在会上的讲话\n同志们：\n为什么要修这条路？因为群众盼了二十年。虽然任务很重，但是信心很足。要脚踏实地、真抓实干、久久为功、善作善成。\n'));
  await read(page);
  const device = page.locator('gangmu-devices li.item').first();
  await expect(device).toBeVisible();
  await device.getByRole('button').click();
  await expect(page.locator('gangmu-devices li.on')).toHaveCount(1);
  expect(await marked(page, 'focus')).not.toBe('');
});
