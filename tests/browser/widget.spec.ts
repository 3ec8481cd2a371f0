// The widget on pages of another origin.
import { gunzipSync } from 'node:zlib';
import { expect, marked, test } from './hosts/fixture.js';

test('one script and one element show outline and terms of the article', async ({ page, host }) => {
  await page.goto(`${host.origin}/article`);
  const widget = page.locator('gangmu-analyzer');
  await expect(widget.getByRole('treeitem').filter({ hasText: '认清形势' })).toBeVisible();
  await expect(widget.locator('gangmu-terms tbody tr').first()).toBeVisible();
});

test('a node is marked in the host\'s own article, whose elements stay as they were', async ({ page, host }) => {
  await page.goto(`${host.origin}/article`);
  const before = await page.locator('#article').evaluate((e) => e.outerHTML);
  const widget = page.locator('gangmu-analyzer');
  await widget.getByRole('treeitem').filter({ hasText: '压实责任' }).click();
  await expect.poll(() => marked(page, 'focus')).toContain('压实责任');
  await expect(widget.locator('gangmu-terms tbody tr').first()).toBeVisible();
  await widget.locator('gangmu-terms tbody tr').first().click();
  await expect.poll(() => marked(page, 'hit')).toContain('|');
  expect(await page.locator('#article').evaluate((e) => e.outerHTML)).toBe(before);
  expect(await page.evaluate(() => Object.keys(window).filter((key) => /^_*(gangmu|echarts|zr)/i.test(key)))).toEqual([]);
});

test('two widgets share one worker and one dictionary; when both are gone it ends', async ({ page, host }) => {
  const loaded: string[] = [];
  page.on('request', (request) => loaded.push(new URL(request.url()).pathname));
  await page.goto(`${host.origin}/two`);
  await expect(page.locator('gangmu-analyzer').nth(0).locator('gangmu-terms tbody tr').first()).toBeVisible();
  await expect(page.locator('gangmu-analyzer').nth(1).getByRole('treeitem')).toHaveCount(3);
  expect(page.workers()).toHaveLength(1);
  expect(loaded.filter((path) => /\.wasm$|dictionary[^/]*\.gz$/.test(path))).toHaveLength(2);
  // What stands inside an element stays to be read.
  await expect(page.locator('gangmu-analyzer').nth(1).getByText('乙事').first()).toBeVisible();
  await page.evaluate(() => document.querySelectorAll('gangmu-analyzer').forEach((e) => e.remove()));
  await expect.poll(() => page.workers().length).toBe(0);
  expect(await marked(page, 'hit')).toBe('');
});

test('what is chosen inside an element is marked inside it', async ({ page, host }) => {
  await page.goto(`${host.origin}/two`);
  await page.locator('gangmu-analyzer').nth(1).getByRole('treeitem').nth(1).click();
  await expect.poll(() => marked(page, 'focus')).toBe('二、乙事');
});

test('a re-render that removes and adds the element again keeps the worker and leaks nothing', async ({ page, host }) => {
  await page.goto(`${host.origin}/article`);
  await expect(page.locator('gangmu-terms tbody tr').first()).toBeVisible();
  const client = await page.context().newCDPSession(page);
  const listeners = async () => {
    await client.send('HeapProfiler.collectGarbage');
    return (await client.send('Performance.getMetrics')).metrics.find(({ name }) => name === 'JSEventListeners')?.value ?? 0;
  };
  await client.send('Performance.enable');
  const rerender = (times: number) => page.evaluate(async (times) => {
    const parent = document.querySelector('aside');
    for (let i = 0; i < times; i++) {
      // As frameworks do: the same element moved, then another one in its place.
      const element = document.querySelector('gangmu-analyzer');
      if (element) parent?.append(element);
      await new Promise(requestAnimationFrame);
      element?.remove();
      const fresh = document.createElement('gangmu-analyzer');
      fresh.setAttribute('for', 'article');
      parent?.append(fresh);
      await new Promise((resolve) => fresh.addEventListener('gangmu-report', resolve, { once: true }));
    }
  }, times);
  await rerender(3);
  const before = await listeners();
  await rerender(12);
  expect(page.workers()).toHaveLength(1);
  await expect(page.locator('gangmu-terms tbody tr').first()).toBeVisible();
  expect(await listeners()).toBeLessThanOrEqual(before + 5);
  await page.evaluate(() => document.querySelector('gangmu-analyzer')?.remove());
  await expect.poll(() => page.workers().length).toBe(0);
  expect(await page.evaluate(() => document.adoptedStyleSheets.length)).toBe(0);
});

const VIEWS = {
  outline: 'gangmu-outline [role=treeitem]',
  terms: 'gangmu-terms tbody tr',
  cloud: 'gangmu-cloud text, gangmu-cloud canvas, gangmu-cloud button',
  dispersion: 'gangmu-barcode canvas, gangmu-barcode svg',
  concordance: 'gangmu-concordance input',
  network: 'gangmu-network canvas, gangmu-network svg',
  rhetoric: 'gangmu-rhetoric button',
  moves: 'gangmu-moves svg',
  sunburst: 'gangmu-sunburst canvas, gangmu-sunburst svg',
  strip: 'gangmu-icicle svg',
  tree: 'gangmu-rst svg',
  relations: 'gangmu-relations li',
  findings: 'gangmu-findings :is(p, li, button)',
  summary: 'gangmu-summary :is(p, table)',
  text: 'gangmu-reader p',
};

for (const [name, content] of Object.entries(VIEWS)) {
  test(`view="${name}" shows it, and axe finds nothing wrong`, async ({ page, host, violations }) => {
    await page.goto(`${host.origin}/article`);
    await expect(page.locator('gangmu-terms tbody tr').first()).toBeVisible();
    await page.evaluate((view) => document.querySelector('gangmu-analyzer')?.setAttribute('view', view), name);
    await expect(page.locator('gangmu-analyzer').locator(content).first()).toBeVisible();
    await expect(page.locator('gangmu-analyzer section')).toHaveCount(1);
    expect(await violations()).toEqual([]);
    expect(page.workers()).toHaveLength(1);
  });
}

test('the views of a page that stand alone come when one is there, also later', async ({ page, host, report }) => {
  host.extra.set('/report.json', { type: 'application/json', body: JSON.stringify(report) });
  await page.goto(`${host.origin}/empty`);
  await page.evaluate(() => {
    const box = document.createElement('div');
    box.innerHTML = '<gangmu-summary report="report.json"></gangmu-summary>';
    document.body.append(box);
  });
  await expect(page.locator('gangmu-summary')).toContainText('认清形势');
  expect(page.workers()).toHaveLength(0);
});

test('questions bring the whole analyzer, which goes on where the small one was', async ({ page, host }) => {
  const loaded: string[] = [];
  page.on('request', (request) => loaded.push(new URL(request.url()).pathname));
  await page.goto(`${host.origin}/article`);
  await expect(page.locator('gangmu-terms tbody tr').first()).toBeVisible();
  const wasm = () => loaded.filter((path) => path.endsWith('.wasm'));
  expect(wasm()).toEqual([expect.stringContaining('first')]);
  const answers = await page.evaluate(async () => {
    const widget = document.querySelector('gangmu-analyzer') as HTMLElement & { text: string; words: string };
    const next = (type: string) => new Promise<CustomEvent>((resolve) => widget.addEventListener(type, (event) => resolve(event as CustomEvent), { once: true }));
    const again = next('gangmu-report');
    widget.words = '压实责任';
    const joined = ((await again).detail as { terms: { text: string }[] }).terms.some(({ text }) => text === '压实责任');
    const { createAnalyzer } = (await import(document.querySelector('script')?.src as string)) as { createAnalyzer: () => import('../../www/src/engine/analyzer.js').Analyzer };
    const analyzer = createAnalyzer();
    const text = '一、抓好落实\n落实要靠干部。\n';
    // A report and two questions at once, one of them with words of its own.
    const [result, lines, table] = await Promise.all([
      analyzer.analyze(text),
      analyzer.ask(text, 'concordance', { query: { query: '落实' } }),
      analyzer.ask(text, 'table', { table: 'terms', format: 'csv' }, { words: { user: '抓好落实' } }),
    ]);
    const tree = await analyzer.analyze(text, { options: { rst: true } });
    analyzer.dispose();
    return { joined, terms: result.report.terms.length, lines: lines.total, table: table.includes('抓好落实'), tree: tree.report.rst?.edus.length ?? 0, error: tree.rstError?.code };
  });
  expect(answers).toEqual({ joined: true, terms: expect.any(Number) as unknown, lines: 2, table: true, tree: expect.any(Number) as unknown, error: undefined });
  expect(answers.tree).toBeGreaterThan(0);
  expect(wasm()).toHaveLength(3);
  // So does a long text, which the small one would be slow with.
  const counted = await page.evaluate(async () => {
    const { createAnalyzer } = (await import(document.querySelector('script')?.src as string)) as { createAnalyzer: () => import('../../www/src/engine/analyzer.js').Analyzer };
    const analyzer = createAnalyzer();
    const { report, dictionaryError } = await analyzer.analyze('落实要靠干部。\n'.repeat(15_000));
    analyzer.dispose();
    return [dictionaryError, report.text.sentences];
  });
  expect(counted).toEqual([null, 15_000]);
  expect(wasm()).toHaveLength(5);
});

test('an article that is not there is named', async ({ page, host }) => {
  await page.goto(`${host.origin}/missing`);
  await expect(page.locator('gangmu-analyzer [role=alert]')).toHaveAttribute('data-code', 'source-missing');
});

for (const [name, width] of [['dark-narrow', 280], ['rtl', 320]] as const) {
  test(`${name}: in a column of ${width} pixels nothing sticks out`, async ({ page, host, violations }) => {
    await page.goto(`${host.origin}/${name}`);
    const widget = page.locator('gangmu-analyzer');
    await expect(widget.locator('gangmu-terms tbody tr').first()).toBeVisible();
    expect(await widget.evaluate((e) => getComputedStyle(e).colorScheme)).toBe(name === 'dark-narrow' ? 'dark' : 'light');
    expect(await widget.evaluate((e) => [e.scrollWidth <= e.clientWidth, getComputedStyle(e).direction])).toEqual([true, 'ltr']);
    expect(await violations()).toEqual([]);
  });
}

test('lazy: nothing loads before the element is near', async ({ page, host }) => {
  await page.goto(`${host.origin}/lazy`);
  await page.waitForFunction(() => customElements.get('gangmu-analyzer') !== undefined);
  await page.waitForTimeout(300);
  expect(page.workers()).toHaveLength(0);
  await page.locator('#article').scrollIntoViewIfNeeded();
  await expect(page.locator('gangmu-analyzer').getByRole('treeitem').first()).toBeVisible();
});

test('lazy="click": nothing loads before the reader asks', async ({ page, host, violations }) => {
  await page.goto(`${host.origin}/click`);
  const start = page.getByRole('button', { name: 'Show outline and words' });
  await expect(start).toBeVisible();
  expect(page.workers()).toHaveLength(0);
  expect(await violations()).toEqual([]);
  await start.click();
  await expect(page.getByRole('treeitem').first()).toBeVisible();
  await expect(start).toHaveCount(0);
});

test('readonly: nothing is marked, nobody is told', async ({ page, host }) => {
  await page.goto(`${host.origin}/readonly`);
  await page.evaluate(() => document.addEventListener('gangmu-select', () => document.body.setAttribute('data-told', '')));
  await page.getByRole('treeitem').filter({ hasText: '压实责任' }).click();
  await page.waitForTimeout(200);
  expect(await marked(page, 'focus')).toBe('');
  await expect(page.locator('body')).not.toHaveAttribute('data-told');
});

test('a host styles it by parts and properties', async ({ page, host }) => {
  await page.goto(`${host.origin}/styled`);
  const node = page.locator('gangmu-outline [part~=node]').first();
  await expect(node).toBeVisible();
  expect(await node.evaluate((e) => getComputedStyle(e).letterSpacing)).toBe('3px');
  expect(await page.locator('gangmu-analyzer [part=label]').evaluate((e) => getComputedStyle(e).color)).toBe('rgb(0, 128, 0)');
});

test('properties, events and methods', async ({ page, host }) => {
  await page.goto(`${host.origin}/empty`);
  const seen = await page.evaluate(async () => {
    await customElements.whenDefined('gangmu-analyzer');
    const widget = document.createElement('gangmu-analyzer') as HTMLElement & Record<string, unknown>;
    const told: string[] = [];
    for (const type of ['ready', 'progress', 'report', 'select', 'error']) document.addEventListener(`gangmu-${type}`, () => told.push(type));
    const next = (type: string) => new Promise<CustomEvent>((resolve) => widget.addEventListener(`gangmu-${type}`, (event) => resolve(event as CustomEvent), { once: true }));
    const words = (event: CustomEvent<{ terms: { text: string; class: string }[] }>) => event.detail.terms.filter((t) => t.class === 'content').map((t) => t.text);
    widget['text'] = '一、抓好落实\n抓好落实要靠干部。\n二、改进作风\n';
    document.body.append(widget);
    const first = words(await next('report'));
    widget['words'] = ['改进作风'];
    const joined = words(await next('report'));
    widget['stopWords'] = '干部';
    const stopped = words(await next('report'));
    (widget['selectNode'] as (index: number) => void)(1);
    widget['text'] = '';
    const error = await next('error');
    return { told: [...new Set(told)], first, joined, stopped, code: error.detail.code as string, rows: (widget['report'] as { outline: unknown[] }).outline.length };
  });
  expect(seen.told).toEqual(expect.arrayContaining(['ready', 'progress', 'report', 'select', 'error']));
  expect(seen.first).toContain('作风');
  expect(seen.joined).toContain('改进作风');
  expect(seen.joined).toContain('干部');
  expect(seen.stopped).not.toContain('干部');
  expect(seen.code).toBe('source-missing');
  expect(seen.rows).toBe(2);
});

test('a file is fetched and read', async ({ page, host }) => {
  host.extra.set('/speech.txt', { type: 'text/plain', body: '一、甲事\n办好甲事。\n二、乙事\n' });
  await page.goto(`${host.origin}/file`);
  await expect(page.getByRole('treeitem')).toHaveCount(2);
  await expect(page.locator('gangmu-reader')).toContainText('办好甲事');
  // Moved to another place of the page, as frameworks do, it still shows the text.
  await page.locator('gangmu-analyzer').evaluate((widget) => document.body.prepend(widget));
  await expect(page.locator('gangmu-reader')).toContainText('办好甲事');
});

test('views show a report computed earlier, without any wasm', async ({ page, host, report }) => {
  host.extra.set('/report.json', { type: 'application/json', body: JSON.stringify(report) });
  const loaded: string[] = [];
  page.on('request', (request) => loaded.push(new URL(request.url()).pathname));
  await page.goto(`${host.origin}/saved`);
  await expect(page.locator('gangmu-outline').getByRole('treeitem').filter({ hasText: '认清形势' })).toBeVisible();
  await expect(page.locator('gangmu-terms tbody tr').first()).toBeVisible();
  expect(loaded.filter((path) => /wasm|worker/.test(path))).toEqual([]);
  expect(page.workers()).toHaveLength(0);
});

test('worker, wasm and dictionary from the host\'s own addresses, whatever its server calls wasm', async ({ page, host, part }) => {
  const text = { type: 'text/plain' };
  host.extra.set('/copy/worker.js', { type: 'text/javascript', body: await part(/worker-.*\.js$/) });
  host.extra.set('/copy/gangmu.wasm', { ...text, body: await part(/gangmu_bg.*\.wasm$/) });
  // Decompressed already, as servers do that think every .gz is an encoding.
  host.extra.set('/copy/lite.gz', { ...text, body: gunzipSync(await part(/dictionary-.*\.gz$/)) });
  const loaded: string[] = [];
  page.on('request', (request) => loaded.push(request.url()));
  await page.goto(`${host.origin}/addresses`);
  await expect(page.locator('gangmu-terms tbody tr').first()).toBeVisible();
  expect(loaded.filter((url) => url.startsWith(`${host.origin}/copy/`))).toHaveLength(3);
});

test('under a strict policy that names what it needs it works', async ({ page, host }) => {
  await page.goto(`${host.origin}/policy`);
  await expect(page.locator('gangmu-terms tbody tr').first()).toBeVisible();
});

test.describe('where the page forbids', () => {
  test.use({ expected: [[/Content Security Policy/, /WebAssembly/, /Failed to construct 'Worker'/], { scope: 'test' }] });
  for (const [name, code] of [['no-wasm', 'wasm-blocked'], ['no-worker', 'worker-failed']] as const) {
    test(`${name}: the article is left alone, and the element says why`, async ({ page, host }) => {
      await page.goto(`${host.origin}/${name}`);
      const alert = page.locator('gangmu-analyzer [role=alert]');
      await expect(alert).toHaveAttribute('data-code', code);
      await expect(alert).toContainText(code);
      await expect(page.locator('#article')).toContainText('认清形势');
    });
  }
});
