// The summary: figures with units, links, a second leaf, the saved file and the printed page.
import { readFile } from 'node:fs/promises';
import { pathToFileURL } from 'node:url';
import { expect, marked, openFile, openSample, read, test } from './support.js';

const EVIL = '关于<img src=x onerror=window.evil=1>的讲话\n同志们：\n下面，我讲两点意见。\n一、</title><script>window.evil=1</script>形势\n群众要富，群众要安，群众要乐。\n二、“>&责任\u202e\n责任责任。\n';

test('figures have names and units, and the rate of reading is said', async ({ page }) => {
  await openSample(page, 0, '#summary');
  const figure = (key: string) => page.locator(`gangmu-summary [data-figure="${key}"]`);
  await expect(figure('minutes')).toContainText('每分钟 220 字');
  await expect(figure('minutes')).toContainText('分钟');
  const characters = Number((await figure('characters').locator('dd').innerText()).replace(/\D/g, ''));
  const minutes = Number((await figure('minutes').locator('dd').innerText()).replace(/\D/g, ''));
  expect(minutes).toBe(Math.round(characters / 220));
  const variety = Number(await figure('variety').locator('dd').innerText());
  expect(variety).toBeGreaterThan(0.4);
  expect(variety).toBeLessThan(1);
});

test('words and the skeleton lead into the text, and follow it', async ({ page }) => {
  await openSample(page, 0, '#summary');
  await page.locator('gangmu-summary .words button').first().click();
  await expect.poll(() => marked(page, 'focus')).toBe('群众');
  await expect(page.locator('gangmu-summary .words button').first()).toHaveAttribute('aria-pressed', 'true');
  const lines = page.locator('gangmu-summary .skeleton li');
  expect(await lines.count()).toBeLessThanOrEqual(10);
  await lines.filter({ hasText: '压实责任' }).getByRole('button').click();
  await expect(page.getByRole('treeitem', { selected: true })).toContainText('压实责任');
  await page.getByRole('treeitem').filter({ hasText: '认清形势' }).click();
  await expect(lines.filter({ hasText: '认清形势' })).toHaveClass(/on/);
});

test('the proportions are drawn twice, and lead into the text', async ({ page }) => {
  await openSample(page, 0, '#summary');
  await page.getByRole('button', { name: '篇幅' }).click();
  await expect(page.locator('gangmu-sunburst gangmu-chart svg')).toBeVisible();
  await page.locator('gangmu-icicle svg text', { hasText: '压实责任' }).click();
  await expect(page.getByRole('treeitem', { selected: true })).toContainText('压实责任');
  await page.locator('gangmu-icicle').getByRole('button', { name: '看表' }).click();
  const row = page.locator('gangmu-icicle tbody tr').filter({ hasText: '修好一条路' });
  await expect(row).toContainText('2');
  await row.getByRole('button').click();
  await expect(page.getByRole('treeitem', { selected: true })).toContainText('修好一条路');
});

test('the saved report opens from the disk, and holds nothing but text', async ({ page, context }) => {
  await page.goto('/');
  await openFile(page, 'evil.txt', Buffer.from(EVIL));
  await read(page);
  await page.getByRole('tab', { name: '概览' }).click();
  const [download] = await Promise.all([page.waitForEvent('download'), page.getByRole('button', { name: '保存为网页' }).click()]);
  expect(download.suggestedFilename()).toMatch(/^关于 img src=x onerror=window\.evil=1 的讲话\.html$/);
  const path = test.info().outputPath('report.html');
  await download.saveAs(path);
  const source = await readFile(path, 'utf8');
  expect(source).not.toMatch(/<script|<img|<link|@import|url\(|https?:(?!\/\/www\.w3\.org\/2000\/svg)/i);
  const saved = await context.newPage();
  const requests: string[] = [];
  saved.on('request', (request) => requests.push(request.url()));
  await saved.goto(pathToFileURL(path).href);
  await expect(saved.locator('h1')).toHaveText('关于<img src=x onerror=window.evil=1>的讲话');
  await expect(saved.locator('body')).toContainText('</title><script>window.evil=1</script>形势');
  await expect(saved.locator('figure svg')).toBeVisible();
  expect(await saved.evaluate(() => (window as { evil?: number }).evil)).toBeUndefined();
  expect(requests).toHaveLength(1);
});

test('the summary prints on one page of A4', async ({ page, context }) => {
  await openSample(page, 0, '#summary');
  const [download] = await Promise.all([page.waitForEvent('download'), page.getByRole('button', { name: '保存为网页' }).click()]);
  const path = test.info().outputPath('report.html');
  await download.saveAs(path);
  // The printed page is the saved file without its sections.
  const saved = await context.newPage();
  await saved.goto(pathToFileURL(path).href);
  await saved.evaluate(() => document.querySelectorAll('section, footer').forEach((element) => element.remove()));
  const pdf = (await saved.pdf({ preferCSSPageSize: true })).toString('latin1');
  expect(pdf.match(/\/Type\s*\/Page\b/g)).toHaveLength(1);
});

test('printing opens a page of its own and leaves nothing behind', async ({ page }) => {
  await openSample(page, 0, '#summary');
  await page.evaluate(() => {
    const add = Node.prototype.appendChild;
    document.body.append = ((frame: HTMLIFrameElement) => {
      add.call(document.body, frame);
      const inner = frame.contentWindow as Window & { print: () => void };
      inner.print = () => {
        (window as unknown as { printed: string }).printed = `${inner.document.title}|${inner.document.body.innerText.slice(0, 400)}`;
        inner.dispatchEvent(new Event('afterprint'));
      };
    }) as typeof document.body.append;
  });
  await page.getByRole('button', { name: '打印提要' }).click();
  await expect.poll(() => page.evaluate(() => (window as unknown as { printed?: string }).printed)).toContain('在全县乡村建设推进会上的讲话|');
  expect(await page.evaluate(() => document.querySelectorAll('iframe').length)).toBe(0);
});
