// What a visit leaves in the browser for the next: found again, and never more than a shorter way to the same report.
import type { Page, Request } from '@playwright/test';
import { expect, openSample, test } from './support.js';

const CACHE = 'gangmu:parts';

/** What the analyzer begins with. */
const PARTS = /dictionary|reference|gangmu-first/;

/** What the terms are shown to be. */
const rows = (page: Page) => page.locator('gangmu-terms tbody').innerText();

/** How many pieces are kept. */
const pieces = (page: Page) => page.evaluate(async (name) => (await (await caches.open(name)).keys()).length, CACHE);

/** Opens the first sample; what it shows, and which parts came over the network. */
async function visit(page: Page): Promise<[string, string[]]> {
  const asked: string[] = [];
  const note = (request: Request) => {
    const url = request.url();
    if (PARTS.test(url)) asked.push(url.replace(/.*\/|-[\w-]{8}(?=\.)/g, ''));
  };
  page.context().on('request', note);
  await openSample(page, 0);
  const shown = await rows(page);
  page.context().off('request', note);
  return [shown, asked.sort()];
}

/** The first visit; what it shows. */
async function visitFirst(page: Page): Promise<string> {
  const [shown, asked] = await visit(page);
  expect(asked).toEqual(['dictionary.gz', 'gangmu-first_bg.wasm', 'reference.gz']);
  await expect.poll(() => pieces(page), { timeout: 10_000 }).toBe(1);
  return shown;
}

/** Changes one byte of what is kept. */
async function damage(page: Page, where: number | string): Promise<void> {
  await page.evaluate(async ([name, where]) => {
    const cache = await caches.open(name);
    const [request] = await cache.keys();
    const entry = request && (await cache.match(request));
    if (entry === undefined) throw new Error('nothing is kept');
    const bytes = new Uint8Array(await entry.arrayBuffer());
    // Places of a string's characters, by their bytes.
    const sought = typeof where === 'string' ? new TextEncoder().encode(where) : undefined;
    const at = sought === undefined ? (where as number) : bytes.findIndex((_, i) => sought.every((byte, j) => bytes[i + j] === byte));
    if (at < 0) throw new Error('no such bytes');
    bytes[at] = (bytes[at] ?? 0) ^ 1;
    await cache.put(request?.url ?? '', new Response(bytes, { headers: entry.headers }));
  }, [CACHE, where] as const);
}

/** Begins the workers' script with something. */
async function beforeWorker(page: Page, script: string): Promise<void> {
  await page.context().route(/\/worker-[^/]*\.js$/, async (route) => {
    const answer = await route.fetch();
    await route.fulfill({ response: answer, body: `${script}\n${await answer.text()}` });
  });
}

test('a return visit finds what the first one kept, and shows the same', async ({ page }) => {
  const shown = await visitFirst(page);
  expect(await visit(page)).toEqual([shown, []]);
});

test('parts of another version go', async ({ page }) => {
  await page.goto('/');
  await page.evaluate(async (name) => {
    const cache = await caches.open(name);
    for (const old of ['one', 'two']) await cache.put(`https://gangmu.invalid/${old}`, new Response('old'));
  }, CACHE);
  await visit(page);
  await expect.poll(() => pieces(page), { timeout: 10_000 }).toBe(1);
  expect(await visit(page)).toEqual([await rows(page), []]);
});

for (const [what, where] of [['the wasm does not begin as one', 0], ['the dictionary does not begin as one', 'gangmu-d'], ['a character in the dictionary is another', 1_050_000]] as const) {
  test(`damaged, it is noticed: ${what}`, async ({ page }) => {
    const shown = await visitFirst(page);
    await damage(page, where);
    const [again, asked] = await visit(page);
    expect(again).toBe(shown);
    expect(asked).not.toEqual([]);
    // The visit after the next is as short as ever.
    await visit(page);
    await expect.poll(() => pieces(page), { timeout: 10_000 }).toBe(1);
    expect(await visit(page)).toEqual([shown, []]);
  });
}

for (const [what, script] of [
  ['there is no Cache API', 'delete self.caches; Object.defineProperty(self, "caches", { value: undefined });'],
  ['it is refused', 'for (const f of ["open", "match", "delete"]) CacheStorage.prototype[f] = () => Promise.reject(new DOMException("denied", "SecurityError"));'],
  ['it never answers', 'CacheStorage.prototype.match = () => new Promise(() => undefined);'],
] as const) {
  test(`everything is fetched where ${what}`, async ({ page }) => {
    await beforeWorker(page, script);
    const [shown, asked] = await visit(page);
    expect(shown).toContain('群众');
    expect(asked).toEqual(['dictionary.gz', 'gangmu-first_bg.wasm', 'reference.gz']);
    // From the browser's own cache, if at all; in any case there are terms again.
    expect((await visit(page))[0]).toBe(shown);
  });
}

test('without room nothing is kept, and nothing is missing', async ({ page, baseURL }) => {
  const session = await page.context().newCDPSession(page);
  await session.send('Storage.overrideQuotaForOrigin', { origin: new URL(baseURL ?? '').origin, quotaSize: 100_000 });
  const [shown] = await visit(page);
  await page.waitForTimeout(3000);
  expect(await pieces(page)).toBe(0);
  expect((await visit(page))[0]).toBe(shown);
});
