import { expect, marked, openSample, test } from './support.js';

test('a sample shows its outline, its text and its terms', async ({ page }) => {
  await openSample(page, 0);
  const rows = page.getByRole('treeitem');
  await expect(rows.filter({ hasText: '认清形势，把准乡村建设的方向' })).toHaveAttribute('aria-level', '1');
  await expect(rows.filter({ hasText: '修好一条路' })).toHaveAttribute('aria-level', '2');
  await expect(page.locator('gangmu-reader').getByRole('heading', { level: 2 })).toHaveText('在全县乡村建设推进会上的讲话');
  await expect(page.locator('gangmu-terms tbody tr').first()).toContainText('群众');
  await expect(page.locator('gangmu-terms gangmu-chart svg')).toBeVisible();
});

test('the text follows a node', async ({ page }) => {
  await openSample(page, 0);
  await page.getByRole('treeitem').filter({ hasText: '长效不建立不放过' }).click();
  await expect.poll(() => marked(page, 'focus')).toContain('长效不建立不放过');
  const inView = await page.evaluate(() => {
    const [range] = CSS.highlights.get('gangmu-focus') ?? [];
    const box = (range as Range).getBoundingClientRect();
    return box.top > 0 && box.bottom < innerHeight;
  });
  expect(inView).toBe(true);
});

test('the text follows a term, place by place', async ({ page }) => {
  await openSample(page, 0);
  const row = page.locator('gangmu-terms tbody tr').first();
  const count = Number(await row.locator('td').nth(1).innerText());
  expect(count).toBeGreaterThan(5);
  await row.getByRole('button', { name: '群众', exact: true }).click();
  const walk = page.locator('gangmu-reader .walk');
  await expect(walk).toContainText(`第 1 处，共 ${count} 处`);
  await expect.poll(async () => (await marked(page, 'hit')).split('|').length).toBe(count);
  expect(await marked(page, 'focus')).toBe('群众');
  await walk.getByRole('button', { name: '下一处' }).click();
  await expect(walk).toContainText('第 2 处');
  await page.keyboard.press('Escape');
  await expect(walk).toHaveCount(0);
});

test('a bar of the chart is a way to its term', async ({ page }) => {
  await openSample(page, 0);
  const chart = page.locator('gangmu-terms gangmu-chart');
  await expect(chart.locator('svg')).toBeVisible();
  const box = await chart.boundingBox();
  await page.mouse.click((box?.x ?? 0) + 90, (box?.y ?? 0) + 18);
  await expect(page.locator('gangmu-reader .walk')).toContainText('群众');
});

test('a click in the text finds the node, a double click the word', async ({ page }) => {
  await openSample(page, 0);
  await page.locator('gangmu-reader p', { hasText: '乡村建设事关千家万户' }).click({ position: { x: 120, y: 20 } });
  await expect(page.getByRole('treeitem', { selected: true })).toContainText('认清形势');
  await page.locator('gangmu-reader p.title').dblclick({ position: { x: 250, y: 20 } });
  await expect(page.locator('gangmu-reader .walk .count')).toContainText('共');
});

test('the tree is walked and folded by keys', async ({ page }) => {
  await openSample(page, 0);
  const first = page.getByRole('treeitem').first();
  await first.focus();
  await page.keyboard.press('ArrowLeft');
  await expect(first).toHaveAttribute('aria-expanded', 'false');
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('treeitem', { selected: true })).toContainText('突出重点');
});

test('several documents stay open as tabs, and each keeps its selection', async ({ page }) => {
  await openSample(page, 0);
  await page.getByRole('treeitem').filter({ hasText: '管好一渠水' }).click();
  await page.getByRole('button', { name: /打开另一篇/ }).click();
  await page.locator('gangmu-start li button').nth(1).click();
  await expect(page.getByRole('treeitem').filter({ hasText: '关于印发' }).first()).toBeVisible();
  await page.getByRole('button', { name: '在全县乡村建设推进会上的讲话', exact: true }).click();
  await expect(page.getByRole('treeitem', { selected: true })).toContainText('管好一渠水');
  await page.getByRole('button', { name: /^关闭“在全县/ }).click();
  await expect(page.locator('header .document')).toHaveCount(1);
});

test('the notice holds three documents', async ({ page }) => {
  await openSample(page, 1);
  await expect(page.locator('gangmu-outline .row.document')).toHaveCount(3);
});

test('the draft shows a promise that is not kept', async ({ page }) => {
  await openSample(page, 2, '#rhetoric');
  await expect(page.locator('gangmu-rhetoric .broken').first()).toContainText('说 4 点，讲 3 点');
});

test('nothing is requested once loading is over', async ({ page }) => {
  await openSample(page, 0);
  const network = page.locator('footer .network');
  await expect(network).toContainText('载入后的网络请求：0');
  const requests: string[] = [];
  page.on('request', (request) => requests.push(request.url()));
  for (const tab of ['分布', '修辞', '问题', '概览']) await page.getByRole('tab', { name: tab }).click();
  await page.getByRole('treeitem').first().click();
  await page.getByRole('button', { name: /打开另一篇/ }).click();
  await page.locator('gangmu-start li button').nth(2).click();
  await expect(page.getByRole('treeitem').filter({ hasText: '提高站位' })).toBeVisible();
  expect(requests).toEqual([]);
  await expect(network).toContainText('载入后的网络请求：0');
});

test('the address remembers the view, and nothing of the text', async ({ page }) => {
  await openSample(page, 0);
  await page.getByRole('tab', { name: '概览' }).click();
  expect(new URL(page.url()).hash).toBe('#summary');
  await expect(page.locator('gangmu-summary')).toContainText('汉字');
});

test('language and theme are kept', async ({ page }) => {
  await page.goto('/');
  await page.getByRole('button', { name: 'Switch to English' }).click();
  await page.getByRole('button', { name: /Light or dark/ }).click();
  await page.getByRole('button', { name: /Light or dark/ }).click();
  await page.reload();
  await expect(page.getByRole('button', { name: 'Open files' })).toBeVisible();
  expect(await page.evaluate(() => document.documentElement.style.colorScheme)).toBe('dark');
  await expect(page.locator('html')).toHaveAttribute('lang', 'en');
});

test('an edited text is read again', async ({ page }) => {
  await openSample(page, 0);
  await page.getByRole('button', { name: '修改', exact: true }).click();
  await page.locator('gangmu-editor .cm-content').fill('一、新的一点\n二、又一点\n');
  await expect(page.getByRole('treeitem')).toHaveCount(2);
  await page.getByRole('button', { name: '改好了' }).click();
  await expect(page.locator('gangmu-reader')).toContainText('新的一点');
});
