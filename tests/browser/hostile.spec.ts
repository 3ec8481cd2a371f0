// A document is text, whatever it looks like.
import { expect, openFile, read, test } from './support.js';

const EVIL = [
  '<img src=x onerror="window.evil=1">关于<script>window.evil=1</script>的讲话',
  '同志们：下面，我讲两点意见。',
  '一、<img src=x onerror=window.evil=1>形势',
  '　　"></textarea><svg onload=window.evil=1>一是${alert(1)}；二是</script><script>window.evil=1</script>。',
  '二、\u202e反的字\u202c和\u2066隔开\u2069责任',
  `　　${'长'.repeat(10_000)}`,
].join('\n');

test('markup in a document stays text in every view', async ({ page }) => {
  await page.goto('/');
  await openFile(page, '<img src=x onerror=window.evil=1>.txt', Buffer.from(EVIL));
  await read(page);
  await expect(page.locator('gangmu-reader')).toContainText('<img src=x onerror="window.evil=1">');
  await expect(page.getByRole('treeitem').filter({ hasText: '<img src=x' }).first()).toBeVisible();
  for (const tab of ['词语', '分布', '修辞', '问题', '概览']) {
    await page.getByRole('tab', { name: tab }).click();
    await expect(page.locator('[role=tabpanel] > *')).toBeVisible();
  }
  expect(await page.evaluate(() => (window as { evil?: number }).evil)).toBeUndefined();
  expect(await page.evaluate(() => document.querySelectorAll('img, svg script').length)).toBe(0);
  // A very long line wraps inside its column.
  const width = await page.locator('gangmu-reader .scroll').evaluate((e) => e.scrollWidth - e.clientWidth);
  expect(width).toBeLessThanOrEqual(0);
});
