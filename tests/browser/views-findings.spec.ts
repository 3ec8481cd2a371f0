// Findings: each leads to its place, explains itself, is waved off and brought back; a clean text says so.
import { expect, marked, openFile, openSample, read, test } from './support.js';

test('a finding leads to its place and cites its rule', async ({ page }) => {
  await openSample(page, 2, '#findings');
  const gap = page.locator('gangmu-findings li').filter({ hasText: '（四）' }).first();
  await gap.locator('.jump').click();
  await expect.poll(() => marked(page, 'focus')).toContain('（四）');
  await gap.getByText('说明').click();
  await expect(gap).toContainText('依据：');
  await expect(gap).toContainText('序数应当连续');
});

test.describe('in English', () => {
  test.use({ locale: 'en-US' });

  test('the rule is cited in English, with the standard’s own number', async ({ page }) => {
    await openSample(page, 2, '#findings');
    const gap = page.locator('gangmu-findings li').filter({ hasText: '（四）' }).first();
    await gap.getByText('Explain').click();
    await expect(gap).toContainText('Rule: Numbers of one level should follow each other');
    const rules = await page.locator('gangmu-findings details p:last-child').allTextContents();
    for (const rule of rules) expect(rule).toMatch(/^Rule: [A-Z].*[a-z].*\.$/);
  });
});

test('an ignored finding stays away until it is brought back', async ({ page }) => {
  await openSample(page, 2, '#findings');
  const open = page.locator('gangmu-findings ul').first().locator('> li');
  const before = await open.count();
  expect(before).toBeGreaterThan(1);
  await open.first().getByRole('button', { name: /^忽略/ }).click();
  await expect(open).toHaveCount(before - 1);
  // Kept while other views and documents are looked at.
  await page.getByRole('tab', { name: '概览' }).click();
  await page.getByRole('tab', { name: /^问题/ }).click();
  await expect(open).toHaveCount(before - 1);
  await expect(page.locator('gangmu-findings')).toContainText('已忽略 1 条');
  await open.first().getByRole('button', { name: /^忽略/ }).click();
  await page.getByRole('button', { name: '撤销' }).click();
  await expect(open).toHaveCount(before - 1);
  await page.getByText('已忽略 1 条').click();
  await page.getByRole('button', { name: /^恢复/ }).click();
  await expect(open).toHaveCount(before);
});

test('a clean text says so', async ({ page }) => {
  await openSample(page, 0, '#findings');
  await expect(page.locator('gangmu-findings .clean')).toContainText('没有发现问题');
});

test('hostile words in a finding stay words', async ({ page }) => {
  await page.goto('/#findings');
  await openFile(page, 'a.txt', Buffer.from('关于推进工作的讲话\n下面，我讲三点意见。\n一、<img src=x onerror=window.evil=1>要“抓紧\n做好工作。\n三、</script><script>window.evil=1</script>\n做好工作。\n'));
  await read(page);
  await expect(page.locator('gangmu-findings li').first()).toBeVisible();
  expect(await page.evaluate(() => (window as { evil?: number }).evil)).toBeUndefined();
});
