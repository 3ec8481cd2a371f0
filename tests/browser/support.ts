// What several tests do: open samples and files, read the marks, collect errors.
import { test as base, expect, type Page } from '@playwright/test';

/** A page whose every error on the console fails the test, unless the test expects some. */
export const test = base.extend<{ expected: RegExp[]; quiet: void }>({
  expected: async ({}, use) => use([]),
  quiet: [
    async ({ page, expected }, use) => {
      const errors: string[] = [];
      page.on('pageerror', (error) => errors.push(error.message));
      page.on('console', (message) => {
        if (message.type() === 'error') errors.push(message.text());
      });
      await use();
      expect(errors.filter((error) => !expected.some((pattern) => pattern.test(error)))).toEqual([]);
    },
    { auto: true },
  ],
});

export { expect };

/** Opens one of the three samples and waits for its terms. */
export async function openSample(page: Page, index: number, path = ''): Promise<void> {
  await page.goto(`/${path}`);
  await page.locator('gangmu-start li button').nth(index).click();
  await read(page);
}

/** Opens a file of these bytes. */
export async function openFile(page: Page, name: string, buffer: Buffer): Promise<void> {
  await page.locator('input[type=file]').setInputFiles({ name, mimeType: 'text/plain', buffer });
}

/** Waits until nothing is being read any more. */
export async function read(page: Page): Promise<void> {
  await expect(page.locator('gangmu-reader')).toBeVisible();
  await expect(page.locator('.progress')).toHaveCount(0, { timeout: 45_000 });
}

/** The words under a mark, joined. */
export async function marked(page: Page, mark: string): Promise<string> {
  return page.evaluate((name) => [...(CSS.highlights.get(`gangmu-${name}`) ?? [])].map((range) => String(range)).join('|'), mark);
}

/** A text in the genre, long enough for detection. */
export const TEXT = '在全区工作会议上的讲话\n同志们：\n　　下面，我讲两点意见。\n　　一、认清形势，统一思想\n　　形势逼人。一是任务重；二是时间紧。\n　　二、压实责任，抓好落实\n　　要把责任落实到人，把任务落实到天。\n';
