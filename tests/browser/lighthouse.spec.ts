// Lighthouse over the production build: performance, accessibility, best practices, 95 of 100 each. It drives a browser
// of its own; the best of three runs counts, since a machine that builds beside it loses points of performance.
import { chromium } from '@playwright/test';
import type { Result } from 'lighthouse';
import { expect, test } from './support.js';

const CATEGORIES = ['performance', 'accessibility', 'best-practices'] as const;
const PORT = 9333;

for (const form of ['mobile', 'desktop'] as const) {
  test(`Lighthouse, ${form}: at least 95 each`, async ({ baseURL }, info) => {
    test.setTimeout(240_000);
    const { default: lighthouse, desktopConfig } = await import('lighthouse');
    const executablePath = process.env['GANGMU_CHROMIUM'];
    const browser = await chromium.launch({ args: ['--no-sandbox', `--remote-debugging-port=${PORT}`], ...(executablePath ? { executablePath } : {}) });
    try {
      const best = new Map<string, number>();
      let failed: string[] = [];
      for (let run = 0; run < 3 && CATEGORIES.some((category) => (best.get(category) ?? 0) < 0.95); run++) {
        const result = await lighthouse(`${baseURL}/`, { port: PORT, onlyCategories: [...CATEGORIES], logLevel: 'error' }, form === 'desktop' ? desktopConfig : undefined);
        const report: Result | undefined = result?.lhr;
        for (const category of CATEGORIES) best.set(category, Math.max(best.get(category) ?? 0, report?.categories[category]?.score ?? 0));
        failed = Object.values(report?.audits ?? {}).filter((audit) => audit.score !== null && audit.score < 0.9).map((audit) => `${audit.id} ${audit.displayValue ?? ''}`);
      }
      const scores = Object.fromEntries(CATEGORIES.map((category) => [category, Math.round((best.get(category) ?? 0) * 100)]));
      info.annotations.push({ type: 'scores', description: JSON.stringify(scores) });
      console.log(`Lighthouse, ${form}: ${JSON.stringify(scores)}`);
      for (const category of CATEGORIES) expect(scores[category], `${category}; below 0.9: ${failed.join(', ')}`).toBeGreaterThanOrEqual(95);
    } finally {
      await browser.close();
    }
  });
}
