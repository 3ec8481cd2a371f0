// What tests of foreign pages share: a host of another origin, parts of the build, a report, axe.
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { AxeResults } from 'axe-core';
import { test as base } from '../support.js';
import { type Host, startHost } from './server.js';

export { expect, marked } from '../support.js';

const AXE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const TEXT = '一、认清形势\n形势逼人，形势催人。\n二、抓好落实\n落实要靠干部。\n';

interface Fixtures {
  host: Host;
  /** Bytes of what a widget loads from an address like this. */
  part: (address: RegExp) => Promise<Buffer>;
  /** A report with its text, as the command line saves it. */
  report: object;
  /** What axe finds wrong on the page. */
  violations: () => Promise<string[]>;
}

export const test = base.extend<Fixtures>({
  host: async ({ baseURL }, use) => {
    const host = await startHost(baseURL ?? '');
    await use(host);
    await host.stop();
  },
  part: async ({ browser, request, host }, use) => {
    const page = await browser.newPage();
    const loaded: string[] = [];
    page.on('request', (request) => loaded.push(request.url()));
    await page.goto(`${host.origin}/article`);
    await page.locator('gangmu-terms tbody tr').first().waitFor();
    // A tree takes the whole wasm and its model.
    await page.evaluate(() => document.querySelector('gangmu-analyzer')?.setAttribute('view', 'tree'));
    await page.locator('gangmu-rst').waitFor();
    await page.close();
    await use(async (address) => {
      const url = loaded.find((url) => address.test(url));
      if (url === undefined) throw new Error(`nothing loaded is like ${address.source}`);
      return (await request.get(url)).body();
    });
  },
  report: async ({ page, baseURL }, use) => {
    await page.goto(baseURL ?? '');
    const report = await page.evaluate(async (text) => {
      const { createAnalyzer } = (await import('/gangmu.js' as string)) as { createAnalyzer: () => { analyze: (text: string) => Promise<{ report: object }>; dispose: () => void } };
      const analyzer = createAnalyzer();
      const { report } = await analyzer.analyze(text);
      analyzer.dispose();
      return report;
    }, TEXT);
    await use({ ...report, source: TEXT });
  },
  violations: async ({ page }, use) => {
    await use(async () => {
      await page.evaluate(AXE);
      const results = await page.evaluate(() => (window as unknown as { axe: { run: () => Promise<AxeResults> } }).axe.run());
      return results.violations.flatMap((v) => v.nodes.map((node) => `${v.id}: ${node.target.join(' ')} ${node.failureSummary ?? ''}`));
    });
  },
});
