// How the page looks, against pictures kept beside this file.
//
// Letters differ from one version of a font to the next, and a figure in the right column with what is counted. So the
// pictures show neither: letters are made transparent (what they stand on, rules, marks and fields stay where the
// setting of the text puts them, and Chinese characters are one em wide in every font), and the open view is masked.
// Up to 1 % of the pixels may differ. Without Debian's fonts-noto-cjk nothing can be compared, and the tests are skipped.
// To renew the pictures after a wanted change: npm test -- look --update-snapshots.
import { execFileSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import type { Page } from '@playwright/test';
import { expect, openSample, test } from './support.js';

// The style below is the test's, which the page's policy rightly refuses.
test.use({ bypassCSP: true, contextOptions: { reducedMotion: 'reduce' } });
test.skip(() => !hasFont(), 'fonts-noto-cjk is not installed');

function hasFont(): boolean {
  try {
    return execFileSync('fc-list', [':', 'family'], { encoding: 'utf8' }).includes('Noto Serif CJK SC');
  } catch {
    return false;
  }
}

async function compare(page: Page, name: string): Promise<void> {
  await page.mouse.move(0, 0);
  await expect(page).toHaveScreenshot(`${name}.png`, {
    maxDiffPixelRatio: 0.01,
    stylePath: fileURLToPath(new URL('look.css', import.meta.url)),
    mask: [page.locator('gangmu-figures [role=tabpanel]')],
    maskColor: '#888',
  });
}

for (const [width, height] of [[1440, 900], [1024, 768], [390, 844]] as const) {
  for (const colorScheme of ['light', 'dark'] as const) {
    test.describe(`${width} ${colorScheme}`, () => {
      test.use({ viewport: { width, height }, colorScheme });

      test('as it was', async ({ page }) => {
        await page.goto('/');
        await expect(page.locator('gangmu-start li button').first()).toBeVisible();
        await compare(page, `start-${width}-${colorScheme}`);
        await openSample(page, 0);
        await page.keyboard.press('g');
        await page.getByRole('treeitem').filter({ hasText: '管好一渠水' }).click();
        await expect(page.locator('gangmu-reader .walk')).toBeVisible();
        await compare(page, `room-${width}-${colorScheme}`);
      });
    });
  }
}

test.describe('in English on a small screen', () => {
  test.use({ viewport: { width: 1024, height: 768 }, locale: 'en-US' });

  test('the tabs stand on one line, and no button on the text', async ({ page }) => {
    await openSample(page, 0);
    const tops = await page.locator('gangmu-figures .views [role=tab]').evaluateAll((tabs) => tabs.map((tab) => Math.round(tab.getBoundingClientRect().top)));
    expect(new Set(tops).size).toBe(1);
    const [button, text] = await Promise.all([page.locator('.edit').boundingBox(), page.locator('gangmu-reader').boundingBox()]);
    expect((button?.y ?? 0) + (button?.height ?? 0)).toBeLessThanOrEqual((text?.y ?? 0) + 1);
  });
});
