// The page with our own samples, in both themes and languages, at three widths. All go to `screenshots/out`; the two of
// the README go to `docs` as well.
import { copyFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { openSample, test } from '../browser/support.js';

const OUT = fileURLToPath(new URL('out', import.meta.url));
const DOCS = fileURLToPath(new URL('../../docs', import.meta.url));
/** Picture → its name in the README. */
const README = new Map([['1440-zh-light', 'room-zh.png'], ['1440-en-dark', 'room-en.png']]);

for (const [width, height] of [[1440, 900], [1024, 768], [390, 844]] as const) {
  for (const locale of ['zh-CN', 'en-US']) {
    for (const colorScheme of ['light', 'dark'] as const) {
      const name = `${width}-${locale.slice(0, 2)}-${colorScheme}`;
      test.describe(name, () => {
        test.use({ viewport: { width, height }, locale, colorScheme, hasTouch: width < 500, contextOptions: { reducedMotion: 'reduce' } });

        test('pictures', async ({ page }) => {
          await page.goto('/');
          await page.locator('gangmu-start li button').first().waitFor();
          await page.screenshot({ path: `${OUT}/${name}-start.png` });
          await openSample(page, 0);
          await page.locator('gangmu-terms svg').first().waitFor({ state: 'attached' });
          const phone = width < 500;
          if (phone) await page.locator('.compass button').first().click();
          await page.getByRole('treeitem').filter({ hasText: '管好一渠水' }).click();
          await page.locator('gangmu-reader .walk').waitFor();
          await page.screenshot({ path: `${OUT}/${name}.png` });
          const readme = README.get(name);
          if (readme) copyFileSync(`${OUT}/${name}.png`, `${DOCS}/${readme}`);
          if (phone) {
            for (const [i, pane] of ['outline', 'figures'].entries()) {
              await page.locator('.compass button').nth(i * 2).click();
              await page.screenshot({ path: `${OUT}/${name}-${pane}.png` });
            }
          } else {
            for (let i = 1; i < (await page.locator('.views [role=tab]').count()); i++) {
              await page.locator('.views [role=tab]').nth(i).click();
              await page.screenshot({ path: `${OUT}/${name}-view${i + 1}.png` });
            }
            await page.keyboard.press('e');
            await page.locator('gangmu-editor .cm-content').waitFor();
            await page.screenshot({ path: `${OUT}/${name}-edit.png` });
            await page.locator('gangmu-editor .done').click();
            await page.keyboard.press('?');
            await page.screenshot({ path: `${OUT}/${name}-keys.png` });
          }
        });
      });
    }
  }
}
