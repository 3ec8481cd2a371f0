// Accessibility of every view, in both themes and languages, wide and narrow.
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { AxeResults } from 'axe-core';
import type { Page } from '@playwright/test';
import { expect, openSample, test } from './support.js';

const AXE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

async function violations(page: Page): Promise<string[]> {
  await page.evaluate(AXE);
  const results = await page.evaluate(() => (window as unknown as { axe: { run: () => Promise<AxeResults> } }).axe.run());
  return results.violations.flatMap((v) => v.nodes.map((node) => `${v.id}: ${node.target.join(' ')} ${node.failureSummary ?? ''}`));
}

for (const colorScheme of ['light', 'dark'] as const) {
  for (const locale of ['zh-CN', 'en-US']) {
    test.describe(`${colorScheme} ${locale}`, () => {
      test.use({ colorScheme, locale });

      test('the start page is clean', async ({ page }) => {
        await page.goto('/');
        await expect(page.locator('gangmu-start li button').first()).toBeVisible();
        expect(await violations(page)).toEqual([]);
      });

      test('every view is clean', async ({ page }) => {
        await openSample(page, 2);
        await page.getByRole('treeitem').first().click();
        const tabs = page.getByRole('tab');
        for (let i = 0; i < (await tabs.count()); i++) {
          await tabs.nth(i).click();
          expect(await violations(page)).toEqual([]);
        }
      });

      for (const facet of ['terms.words', 'places.lines', 'places.company']) {
        test(`${facet} is clean`, async ({ page }) => {
          await openSample(page, 0, `#${facet}`);
          await expect(page.locator('gangmu-words textarea, gangmu-concordance tbody tr, gangmu-collocates tbody tr').first()).toBeVisible();
          expect(await violations(page)).toEqual([]);
        });
      }
    });
  }
}

test('a phone is clean, pane by pane, and nothing sticks out', async ({ page }) => {
  await page.setViewportSize({ width: 390, height: 844 });
  await openSample(page, 1);
  for (const pane of ['提纲', '正文', '统计']) {
    await page.locator('.compass').getByRole('button', { name: pane }).click();
    expect(await violations(page)).toEqual([]);
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(390);
  }
});
