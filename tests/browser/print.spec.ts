// On paper: the outline, the text and the open view one after another, black on white, nothing of the screen's furniture.
import { expect, openSample, test } from './support.js';

test('paper shows outline, text and figures, and no furniture', async ({ page }) => {
  await page.emulateMedia({ colorScheme: 'dark' });
  await openSample(page, 1);
  await page.emulateMedia({ media: 'print', colorScheme: 'dark' });
  for (const gone of ['header', 'footer', '.edit', '.compass', '.views', '.walk', 'gangmu-terms .choices']) await expect(page.locator(gone).first()).toBeHidden();
  for (const here of ['gangmu-outline', 'gangmu-reader', 'gangmu-terms']) await expect(page.locator(here)).toBeVisible();
  // Ink on white, also for those who read in the dark.
  expect(await page.evaluate(() => getComputedStyle(document.documentElement).backgroundColor)).toBe('rgb(255, 255, 255)');
  expect(await page.locator('gangmu-reader').evaluate((e) => getComputedStyle(e).backgroundColor)).toBe('rgba(0, 0, 0, 0)');
  const ink = await page.locator('gangmu-reader p.paragraph').first().evaluate((e) => getComputedStyle(e).color);
  expect(Math.max(...(ink.match(/\d+/g) ?? []).slice(0, 3).map(Number))).toBeLessThan(130);
  // Nothing is cut off in a box that scrolls.
  const cut = await page.evaluate(() => {
    const boxes: string[] = [];
    const look = (root: ParentNode) => {
      for (const element of root.querySelectorAll<HTMLElement>('*')) {
        if (element.shadowRoot) look(element.shadowRoot);
        const style = getComputedStyle(element);
        if (style.overflowY !== 'visible' && style.position !== 'absolute' && element.scrollHeight > element.clientHeight + 4 && element.clientHeight > 60) boxes.push(element.localName + '.' + element.className);
      }
    };
    look(document);
    return boxes;
  });
  expect(cut).toEqual([]);
});

test('a long text is printed to its end', async ({ page }) => {
  await openSample(page, 0);
  const short = await pages(page);
  expect(short).toBeGreaterThan(2);
  const text = Array.from({ length: 900 }, (_, i) => `第${i}段。${'要把责任落实到人，把任务落实到天。'.repeat(6)}`).join('\n');
  await page.locator('input[type=file]').setInputFiles({ name: 'long.txt', mimeType: 'text/plain', buffer: Buffer.from(text) });
  await expect(page.locator('gangmu-terms tbody tr').first()).toBeVisible();
  await expect(page.locator('.progress')).toHaveCount(0);
  // About 96,000 characters at some 1,100 a page.
  expect(await pages(page)).toBeGreaterThan(70);
});

async function pages(page: import('@playwright/test').Page): Promise<number> {
  const pdf = await page.pdf({ format: 'A4', margin: { top: '20mm', bottom: '20mm', left: '22mm', right: '22mm' } });
  return Math.max(...[...pdf.toString('latin1').matchAll(/\/Count (\d+)/g)].map(([, count]) => Number(count)));
}
