// Words, lines, company, and the user's own lists.
import type { Page } from '@playwright/test';
import { expect, openFile, openSample, read, test } from './support.js';

const facet = (page: Page, view: string, name: string) => page.locator(view).getByRole('group').first().getByRole('button', { name, exact: true }).click();
/** What the table says of a word; 0 for what it does not list. Asked at once: rows come and go. */
const count = (page: Page, word: string) =>
  page.locator('gangmu-terms tbody tr').evaluateAll((rows, sought) => {
    const cells = rows.map((row) => [...row.querySelectorAll('td')].map((cell) => cell.textContent?.trim() ?? ''));
    return Number(cells.find(([text]) => text === sought)?.[1] ?? 0);
  }, word);
/** Marks the first place of some characters in the text, as a pointer would. */
const mark = (page: Page, words: string) =>
  page.locator('gangmu-reader').evaluate((reader, sought) => {
    const walker = document.createTreeWalker(reader.shadowRoot as unknown as Node, NodeFilter.SHOW_TEXT);
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
      const at = node.nodeValue?.indexOf(sought) ?? -1;
      if (at < 0 || node.parentElement?.closest('.sheet') === null) continue;
      node.parentElement?.scrollIntoView({ block: 'center' });
      getSelection()?.setBaseAndExtent(node, at, node, at + sought.length);
      return;
    }
    throw new Error(`no ${sought}`);
  }, words);

test.describe('the lines', () => {
  test.beforeEach(async ({ page }) => openSample(page, 0, '#places.lines'));

  test('list every place of a word, and lead to it', async ({ page }) => {
    const lines = page.locator('gangmu-concordance tbody tr');
    await expect(page.locator('gangmu-concordance .count')).toContainText('处');
    await page.getByRole('searchbox', { name: /词、短语/ }).fill('群众');
    await expect(page.locator('gangmu-concordance .count')).toContainText(/共 \d+ 处/);
    await expect(lines.first().locator('.hit')).toHaveText('群众');
    await lines.nth(2).click();
    await expect(page.locator('gangmu-reader .walk')).toContainText('第 3 处');
  });

  test('are sorted by the words beside', async ({ page }) => {
    await page.getByRole('searchbox', { name: /词、短语/ }).fill('群众');
    const left = page.locator('gangmu-concordance .right');
    await expect(page.locator('gangmu-concordance td.hit').first()).toHaveText('群众');
    const before = await left.allInnerTexts();
    await page.getByRole('button', { name: '按右边的词' }).click();
    await expect.poll(() => left.allInnerTexts()).not.toEqual(before);
    expect([...(await left.allInnerTexts())].sort()).toEqual([...before].sort());
  });

  test('take patterns, and say what is wrong with one', async ({ page }) => {
    await page.getByRole('button', { name: '正则', exact: true }).click();
    const field = page.getByRole('searchbox', { name: /词、短语/ });
    await field.fill('[一二三]是');
    await expect(page.locator('gangmu-concordance td.hit').first()).toHaveText(/[一二三]是/);
    await field.fill('(一是');
    await expect(page.locator('gangmu-concordance [role=alert]')).toContainText('圆括号');
    await field.fill('没有这几个字');
    await expect(page.locator('gangmu-concordance .empty')).toContainText('全文没有');
  });
});

test('a word shows its company, as a table and as a network', async ({ page }) => {
  await openSample(page, 0, '#places.company');
  await expect(page.locator('gangmu-collocates tbody tr').first()).toBeVisible();
  await expect(page.locator('gangmu-network svg')).toBeVisible();
  await page.locator('gangmu-network').getByRole('button', { name: '看表' }).click();
  await expect(page.locator('gangmu-network tbody tr').first()).toBeVisible();
  await page.locator('gangmu-collocates').getByRole('searchbox').fill('没有的词');
  await expect(page.locator('gangmu-collocates .empty').first()).toContainText('没有的词');
});

test('words are compared with another open text', async ({ page }) => {
  await openSample(page, 0);
  await openFile(page, '另一篇.txt', Buffer.from('群众群众群众，群众工作。'.repeat(30)));
  await read(page);
  await page.getByRole('button', { name: '在全县乡村建设推进会上的讲话', exact: true }).click();
  await page.getByRole('button', { name: '全部数字' }).click();
  const keyness = page.locator('gangmu-terms tbody tr').filter({ has: page.getByRole('button', { name: '群众', exact: true }) });
  const before = await keyness.innerText();
  await page.getByLabel('比较对象').selectOption('另一篇');
  await expect(page.locator('gangmu-terms thead')).toContainText('对照篇每万词');
  await expect.poll(() => keyness.innerText()).not.toBe(before);
});

test('tables are saved as the analyzer writes them', async ({ page }) => {
  await openSample(page, 0);
  await page.locator('gangmu-terms .fields gangmu-export-menu .trigger').click();
  const [download] = await Promise.all([page.waitForEvent('download'), page.locator('[data-export=json]').click()]);
  const stream = await download.createReadStream();
  let text = '';
  for await (const chunk of stream) text += String(chunk);
  const rows = JSON.parse(text) as { text: string; logRatio: number | null }[];
  expect(rows.find((row) => row.text === '群众')?.logRatio).toEqual(expect.any(Number));
});

test.describe('the words of the user', () => {
  test('count at once, are kept, and go', async ({ page }) => {
    await openSample(page, 0);
    expect(await count(page, '群众')).toBeGreaterThan(5);
    await facet(page, 'gangmu-terms', '我的词表');
    await page.getByLabel(/^拆开的词/).fill('群 众');
    await expect(page.getByRole('status').filter({ hasText: '词表已生效' })).toBeAttached();
    await facet(page, 'gangmu-terms', '统计');
    await expect.poll(() => count(page, '群众')).toBe(0);
    await page.reload();
    await page.locator('gangmu-start li button').nth(0).click();
    await read(page);
    expect(await count(page, '群众')).toBe(0);
    await facet(page, 'gangmu-terms', '我的词表');
    await page.getByRole('button', { name: '清空' }).nth(1).click();
    await facet(page, 'gangmu-terms', '统计');
    await expect.poll(() => count(page, '群众')).toBeGreaterThan(5);
  });

  test('traditional characters count as simplified ones, if asked for', async ({ page }) => {
    await page.goto('/');
    await openFile(page, 'a.txt', Buffer.from('在推進會上的講話\n我們要重視實踐，我们要重视实践。\n'));
    await read(page);
    await facet(page, 'gangmu-terms', '我的词表');
    await page.getByLabel('繁体字按简体字统计').check();
    await facet(page, 'gangmu-terms', '统计');
    await expect.poll(() => count(page, '实践')).toBe(2);
    await expect(page.locator('gangmu-reader').getByText('重視實踐').first()).toBeVisible();
    await facet(page, 'gangmu-terms', '我的词表');
    await page.getByLabel('繁体字按简体字统计').uncheck();
    await facet(page, 'gangmu-terms', '统计');
    await expect.poll(() => count(page, '实践')).toBe(1);
  });

  test('name the line that is wrong, and stay as they were', async ({ page }) => {
    await openSample(page, 0);
    await facet(page, 'gangmu-terms', '我的词表');
    await page.getByLabel(/^合成一个词/).fill('乡村建设 30 n\n坏词 多 n');
    await expect(page.locator('gangmu-words [role=alert]')).toContainText('第 2 行“坏词 多 n”');
    await facet(page, 'gangmu-terms', '统计');
    expect(await count(page, '群众')).toBeGreaterThan(5);
  });

  test('are brought from a file and taken to one', async ({ page }) => {
    await openSample(page, 0);
    await facet(page, 'gangmu-terms', '我的词表');
    const [chooser] = await Promise.all([page.waitForEvent('filechooser'), page.getByRole('button', { name: '导入' }).first().click()]);
    await chooser.setFiles({ name: '词.txt', mimeType: 'text/plain', buffer: Buffer.from('\uFEFF修好路 20 n\r\n管好水\r\n') });
    await expect(page.getByLabel(/^合成一个词/)).toHaveValue('修好路 20 n\n管好水\n');
    const [download] = await Promise.all([page.waitForEvent('download'), page.locator('gangmu-words').getByRole('button', { name: '导出' }).first().click()]);
    expect(download.suggestedFilename()).toBe('用户词表.txt');
  });

  test('are read in the encodings of text files, from tables too; what is no list is refused', async ({ page }) => {
    await openSample(page, 0);
    await facet(page, 'gangmu-terms', '我的词表');
    const list = page.getByLabel(/^合成一个词/);
    for (const [name, bytes, lines] of [
      ['词.txt', [0xb9, 0xdc, 0xba, 0xc3, 0xcb, 0xae, 0x0a], '管好水\n'],
      ['词.csv', [...Buffer.from('修好路,20,n\r\n管好水\r\n')], '管好水\n修好路 20 n\n'],
      ['词.docx', [0x50, 0x4b, 3, 4, 0], '管好水\n修好路 20 n\n'],
    ] as const) {
      const [chooser] = await Promise.all([page.waitForEvent('filechooser'), page.getByRole('button', { name: '导入' }).first().click()]);
      await chooser.setFiles({ name, mimeType: 'text/plain', buffer: Buffer.from(bytes) });
      await expect(list).toHaveValue(lines);
    }
    await expect(page.locator('gangmu-words [role=alert]')).toContainText('不是纯文本文件');
  });
});

test.describe('tools in the text', () => {
  test('join what is marked, and take it back', async ({ page }) => {
    await openSample(page, 0);
    await mark(page, '千家万户');
    await page.locator('gangmu-word-tools').getByRole('button', { name: /合成一个词/ }).click();
    const done = page.locator('gangmu-word-tools [role=status]');
    await expect(done).toContainText('“千家万户”已算作一个词');
    await page.locator('gangmu-terms').getByRole('searchbox').fill('千家万户');
    await expect.poll(() => count(page, '千家万户')).toBe(1);
    await done.getByRole('button', { name: '撤销' }).click();
    await expect(done).toHaveCount(0);
  });

  test('join whatever the dictionary says', async ({ page }) => {
    await page.goto('/');
    await page.locator('gangmu-start textarea').fill('关于推进服务转型升级的意见\n　　要推进服务转型升级，抓好服务转型升级。\n');
    await page.getByRole('button', { name: '开始阅读' }).click();
    await read(page);
    await mark(page, '服务转型');
    await page.locator('gangmu-word-tools').getByRole('button', { name: /合成一个词：“服务转型”/ }).click();
    await expect.poll(() => count(page, '服务转型')).toBe(3);
  });

  test('split the word that is pointed at, also by keys', async ({ page }) => {
    await openSample(page, 0);
    await page.locator('gangmu-terms').getByRole('button', { name: '群众', exact: true }).press('Enter');
    await page.locator('gangmu-reader').getByRole('button', { name: '改词……' }).press('Enter');
    const tools = page.locator('gangmu-word-tools .tools');
    await expect(tools.getByRole('button', { name: '群众', exact: true })).toBeFocused();
    await tools.getByRole('button', { name: '拆开' }).press('Enter');
    await expect.poll(() => count(page, '群众')).toBe(0);
    await page.locator('gangmu-word-tools').getByRole('button', { name: '撤销' }).click();
    await expect.poll(() => count(page, '群众')).toBeGreaterThan(5);
  });

  test('open at a click, and close', async ({ page }) => {
    await openSample(page, 0);
    await page.locator('gangmu-reader p', { hasText: '乡村建设事关千家万户' }).click({ position: { x: 120, y: 20 } });
    const tools = page.locator('gangmu-word-tools .tools');
    await expect(tools).toBeVisible();
    await tools.getByRole('button', { name: '不作实词' }).click();
    await expect(page.locator('gangmu-word-tools [role=status]')).toContainText('已归入虚词');
    await page.locator('gangmu-reader p', { hasText: '乡村建设事关千家万户' }).click({ position: { x: 220, y: 20 } });
    await page.keyboard.press('Escape');
    await page.locator('header').click({ position: { x: 5, y: 5 } });
    await expect(tools).toBeHidden();
  });
});
