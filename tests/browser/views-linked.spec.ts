// Everything is linked, both ways: what is pointed at in the text shows in every view, what is pointed at in a view in the text.
import type { Locator, Page } from '@playwright/test';
import { expect, marked, openSample, test } from './support.js';

const RED = 'rgb(179, 38, 30)';
const BLUE = 'rgb(52, 87, 122)';
const TINT = 'rgb(244, 232, 220)';

async function show(page: Page, view: string): Promise<void> {
  await page.evaluate((hash) => (location.hash = hash), view);
  await expect(page.locator('gangmu-figures [role=tabpanel] > *')).toBeVisible();
}

/** The middles of the shapes of a picture that have this colour on the screen. */
async function filled(picture: Locator, colour: string): Promise<[number, number][]> {
  return picture.locator('svg text, svg rect, svg path, svg polygon, svg circle').evaluateAll((shapes, colour) => shapes.flatMap((shape): [number, number][] => {
    const box = shape.getBoundingClientRect();
    return getComputedStyle(shape).fill === colour ? [[box.x + box.width / 2, box.y + box.height / 2]] : [];
  }), colour);
}

/** How many are vermilion. */
async function red(picture: Locator): Promise<number> {
  return (await filled(picture, RED)).length;
}

/** Points at the first word of the text that reads so. */
async function doubleClick(page: Page, word: string): Promise<void> {
  const place = await page.locator('gangmu-reader').evaluate((reader, word) => {
    const walker = document.createTreeWalker(reader.shadowRoot?.querySelector('article') as Node, NodeFilter.SHOW_TEXT);
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
      const at = node.textContent?.indexOf(word) ?? -1;
      if (at < 0) continue;
      const range = document.createRange();
      range.setStart(node, at);
      range.setEnd(node, at + word.length);
      const box = range.getBoundingClientRect();
      return { x: box.x + 8, y: box.y + box.height / 2 };
    }
    return { x: 0, y: 0 };
  }, word);
  await page.mouse.dblclick(place.x, place.y);
}

test('a word of the text is marked in every view of words', async ({ page }) => {
  await openSample(page, 0);
  await doubleClick(page, '群众');
  await expect.poll(() => marked(page, 'focus')).toBe('群众');
  await expect(page.locator('gangmu-terms tbody tr.on')).toContainText('群众');
  await expect.poll(() => red(page.locator('gangmu-terms gangmu-chart'))).toBe(2);
  await show(page, 'terms.cloud');
  await expect(page.locator('gangmu-cloud svg text').first()).toBeVisible();
  expect(await red(page.locator('gangmu-cloud'))).toBe(1);
  await show(page, 'places');
  await expect.poll(() => red(page.locator('gangmu-barcode'))).toBe(13);
  await expect.poll(async () => page.locator('gangmu-heat svg text').filter({ hasText: '群众' }).evaluate((e) => getComputedStyle(e).fill)).toBe(RED);
  await show(page, 'places.lines');
  await expect(page.locator('gangmu-concordance tr.on')).toHaveCount(1);
  await show(page, 'places.company');
  await expect(page.locator('gangmu-collocates h3').first()).toContainText('群众');
  await expect.poll(() => red(page.locator('gangmu-network'))).toBe(1);
  await show(page, 'summary');
  await expect(page.locator('gangmu-summary .words [aria-pressed=true]')).toContainText('群众');
  // Another place of it moves what follows the place in view.
  await show(page, 'places.lines');
  await page.locator('gangmu-reader .walk').getByRole('button', { name: '下一处' }).click();
  await expect(page.locator('gangmu-concordance tbody tr').nth(1)).toHaveClass(/on/);
});

test('a point of the text is marked in every view of its structure', async ({ page }) => {
  await openSample(page, 0);
  await page.locator('gangmu-reader p', { hasText: '管好一渠水' }).first().click({ position: { x: 30, y: 20 } });
  const chosen = page.getByRole('treeitem', { selected: true });
  await expect(chosen).toHaveCount(1);
  await page.getByRole('treeitem').filter({ hasText: '第二，' }).click();
  await show(page, 'places');
  await expect.poll(async () => page.locator('gangmu-heat svg text').filter({ hasText: /^三$/ }).evaluate((e) => getComputedStyle(e).fill)).toBe(RED);
  // The stretch the point governs lies behind the strokes.
  await expect.poll(async () => (await filled(page.locator('gangmu-barcode'), TINT)).length).toBe(1);
  await show(page, 'rhetoric.parallelism');
  await expect(page.locator('gangmu-slots li.near, gangmu-slots li.on').first()).toContainText('不放过');
  await show(page, 'rhetoric.announcements');
  await expect(page.locator('gangmu-announcements li.near')).toContainText('四个不放过');
  await show(page, 'rhetoric.moves');
  expect(await page.locator('gangmu-moves svg rect[stroke]').count()).toBeGreaterThan(0);
  await show(page, 'summary');
  await page.getByRole('treeitem').filter({ hasText: '压实责任' }).click();
  await expect(page.locator('gangmu-summary .skeleton .on')).toContainText('压实责任');
  await show(page, 'summary.parts');
  await expect.poll(() => red(page.locator('gangmu-icicle'))).toBeGreaterThan(0);
  await expect.poll(() => red(page.locator('gangmu-sunburst'))).toBeGreaterThan(0);
});

test('relations and findings follow the text', async ({ page }) => {
  await openSample(page, 2, '#relations');
  await page.getByRole('button', { name: '分析篇章结构' }).click();
  await expect(page.locator('gangmu-rst svg').first()).toBeVisible({ timeout: 45_000 });
  await page.getByRole('treeitem').filter({ hasText: '（四）' }).click();
  await expect.poll(() => red(page.locator('gangmu-rst'))).toBeGreaterThan(0);
  await show(page, 'relations.list');
  await expect(page.locator('gangmu-relations li.near')).toHaveCount(1);
  await expect(page.locator('gangmu-relations li.near')).toBeInViewport();
  await show(page, 'findings');
  await expect(page.locator('gangmu-findings li.near')).toContainText('（四）');
});

const WAYS: [view: string, what: string, words: RegExp][] = [
  ['terms', 'gangmu-terms tbody tr button', /群众/],
  ['terms.cloud', 'gangmu-cloud svg text', /./],
  ['places.lines', 'gangmu-concordance tbody tr:nth-child(3) button', /群众/],
  ['places.company', 'gangmu-collocates tbody tr button', /./],
  ['rhetoric.moves', 'gangmu-moves svg [data-key="3"] rect', /./],
  ['rhetoric.parallelism', 'gangmu-slots li button', /从/],
  ['rhetoric.pairs', 'gangmu-slots li button', /./],
  ['rhetoric.announcements', 'gangmu-announcements li button', /意见/],
  ['rhetoric.set-phrases', 'gangmu-set-phrases li button', /四个不放过/],
  ['rhetoric.devices', 'gangmu-devices li button', /./],
  ['summary', 'gangmu-summary .words button', /./],
  ['summary', 'gangmu-summary .skeleton button', /认清形势/],
  ['summary.parts', 'gangmu-icicle svg text', /认清形势/],
];

test('every view leads into the text', async ({ page }) => {
  test.setTimeout(120_000);
  await openSample(page, 0);
  for (const [view, what, words] of WAYS) {
    await show(page, view);
    await page.locator(what).first().click();
    await expect.poll(() => marked(page, 'focus'), { message: `${view} ${what}` }).toMatch(words);
    const seen = await page.evaluate(() => [...(CSS.highlights.get('gangmu-focus') ?? [])].some((range) => {
      const box = (range as Range).getBoundingClientRect();
      return box.top > 60 && box.bottom < innerHeight;
    }));
    expect(seen, `${view} ${what} is in view`).toBe(true);
    await page.keyboard.press('Escape');
    await expect(page.locator('gangmu-reader .walk')).toHaveCount(0);
  }
});

test('pictures drawn by the library lead into the text as well', async ({ page }) => {
  await openSample(page, 0, '#places');
  const click = async (chart: string, x: number, y: number) => {
    const picture = page.locator(`${chart} gangmu-chart`);
    await expect(picture.locator('svg')).toBeVisible();
    await picture.scrollIntoViewIfNeeded();
    const box = await picture.boundingBox();
    await page.mouse.click((box?.x ?? 0) + (box?.width ?? 0) * x, (box?.y ?? 0) + y);
  };
  // A stroke of the first row, wherever the first occurrence stands.
  const strokes = () => filled(page.locator('gangmu-barcode'), BLUE);
  await expect.poll(async () => (await strokes()).length).toBeGreaterThan(30);
  const [first] = await strokes();
  await page.mouse.click(...(first ?? [0, 0]));
  await expect.poll(() => marked(page, 'focus')).toBe('群众');
  await page.keyboard.press('Escape');
  // Row 2 of the heat map, last section.
  await click('gangmu-heat', 0.9, 28 + 24 + 12);
  await expect.poll(() => marked(page, 'focus')).toBe('乡村建设');
  await expect(page.locator('gangmu-reader .walk')).toContainText(/第 [2-9] 处/);
  await page.keyboard.press('Escape');
  await show(page, 'summary.parts');
  await click('gangmu-sunburst', 0.62, 130);
  await expect(page.getByRole('treeitem', { selected: true })).toHaveCount(1);
});
