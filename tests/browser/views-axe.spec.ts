// Accessibility of what lies behind the tabs: every view's own leaves, as picture and as table, wide and on a phone, in both
// themes and languages.
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { AxeResults } from 'axe-core';
import type { Page } from '@playwright/test';
import { expect, openSample, test } from './support.js';

const AXE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const LEAVES = [
  'terms', 'terms.cloud', 'terms.words', 'places', 'places.lines', 'places.company', 'rhetoric', 'rhetoric.moves', 'rhetoric.parallelism', 'rhetoric.pairs', 'rhetoric.announcements', 'rhetoric.set-phrases', 'rhetoric.devices',
  'relations.tree', 'relations.list', 'findings', 'summary', 'summary.parts',
];

async function violations(page: Page): Promise<string[]> {
  const results = await page.evaluate(() => (window as unknown as { axe: { run: () => Promise<AxeResults> } }).axe.run());
  return results.violations.flatMap((v) => v.nodes.map((node) => `${v.id}: ${node.target.join(' ')} ${node.failureSummary ?? ''}`));
}

for (const [colorScheme, width, locale] of [['light', 1440, 'zh-CN'], ['dark', 1440, 'en-US'], ['light', 390, 'en-US'], ['dark', 390, 'zh-CN']] as const) {
  test(`every leaf is clean, ${colorScheme}, ${width} pixels wide, ${locale}`, async ({ browser, baseURL }) => {
    test.setTimeout(240_000);
    const context = await browser.newContext({ colorScheme, locale, viewport: { width, height: 900 }, ...(baseURL ? { baseURL } : {}) });
    const page = await context.newPage();
    await openSample(page, 2, `#relations&pane=mu`);
    await page.evaluate(AXE);
    await page.evaluate(() => (location.hash = 'relations&pane=mu'));
    await page.getByRole('button', { name: /^(分析篇章结构|Analyse the structure)/ }).click();
    await expect(page.locator('gangmu-rst svg').first()).toBeVisible({ timeout: 45_000 });
    for (const leaf of LEAVES) {
      await page.evaluate((hash) => (location.hash = `${hash}&pane=mu`), leaf);
      await expect(page.locator('gangmu-figures [role=tabpanel] > *')).toBeVisible();
      expect(await violations(page), leaf).toEqual([]);
      const toggle = page.getByRole('button', { name: /^(看表|Table)$/ }).first();
      if ((await toggle.count()) > 0) {
        await toggle.click();
        await expect(page.locator('gangmu-figure caption:not(.visually-hidden)').first()).toBeVisible();
        expect(await violations(page), `${leaf} as a table`).toEqual([]);
      }
      expect(await page.evaluate(() => document.documentElement.scrollWidth), leaf).toBeLessThanOrEqual(width);
    }
    await context.close();
  });
}
