import { expect, openFile, read, test, TEXT } from './support.js';

function utf16(text: string, bigEndian: boolean, mark: boolean): Buffer {
  const bytes = Buffer.from((mark ? '\ufeff' : '') + text, 'utf16le');
  return bigEndian ? bytes.swap16() : bytes;
}

/** 一、认清形势。二、压实责任。 in GB18030, each on its line. */
const GB18030 = Buffer.from('d2bba1a2c8cfc7e5d0cecac60ab6fea1a2d1b9cab5d4f0c8ce0a', 'hex');

const FILES: [string, Buffer][] = [
  ['UTF-8', Buffer.from(TEXT)],
  ['UTF-8 with mark', Buffer.from(`\ufeff${TEXT}`)],
  ['UTF-16 little', utf16(TEXT, false, true)],
  ['UTF-16 big', utf16(TEXT, true, true)],
  ['UTF-16 without mark', utf16(TEXT, false, false)],
  ['GB18030', GB18030],
];

for (const [name, bytes] of FILES) {
  test(`a file in ${name} opens`, async ({ page }) => {
    await page.goto('/');
    await openFile(page, 'speech.txt', bytes);
    await read(page);
    await expect(page.getByRole('treeitem').filter({ hasText: '认清形势' })).toBeVisible();
    await expect(page.getByRole('treeitem').filter({ hasText: '压实责任' })).toBeVisible();
  });
}

test('a draft in Markdown has its headings, with and without numbers', async ({ page }) => {
  await page.goto('/');
  await openFile(page, 'plan.md', Buffer.from('# 平台建设方案\n\n## 总体目标\n\n建成统一平台。\n\n## **二、重点任务**\n\n归集各类数据。\n'));
  await read(page);
  await expect(page.getByRole('treeitem')).toHaveText([/^\s*总体目标/u, /二、\s*重点任务/u]);
  await expect(page.locator('gangmu-reader').getByRole('heading')).toHaveText([/平台建设方案/u, /总体目标/u, /重点任务/u]);
});

test('a dropped file opens', async ({ page }) => {
  await page.goto('/');
  const transfer = await page.evaluateHandle((text) => {
    const data = new DataTransfer();
    data.items.add(new File([text], 'dropped.txt', { type: 'text/plain' }));
    return data;
  }, TEXT);
  await page.dispatchEvent('gangmu-app', 'drop', { dataTransfer: transfer });
  await read(page);
  await expect(page.locator('header .document.on')).toContainText('dropped');
});

test('a pasted text opens', async ({ page }) => {
  await page.goto('/');
  await page.getByRole('textbox').fill(TEXT);
  await page.getByRole('button', { name: '开始阅读' }).click();
  await read(page);
  await expect(page.locator('header .document.on')).toContainText('在全区工作会议上的讲话');
});

test('several files open at once', async ({ page }) => {
  await page.goto('/');
  await page.locator('input[type=file]').setInputFiles([
    { name: 'a.txt', mimeType: 'text/plain', buffer: Buffer.from(TEXT) },
    { name: 'b.txt', mimeType: 'text/plain', buffer: Buffer.from(`${TEXT}三、再一点\n`) },
  ]);
  await expect(page.locator('header .document')).toHaveCount(2);
});
