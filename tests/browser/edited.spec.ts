// A text being edited, in the worker: what the page puts together is the report of the whole text.
import { readFileSync } from 'node:fs';
import { expect, test } from '@playwright/test';

const SAMPLES = ['rural', 'notice', 'draft'].map((name) => readFileSync(new URL(`../../www/src/page/samples/${name}.txt`, import.meta.url), 'utf8'));

test('an edited text has the report it has when it is read on the page itself', async ({ page }) => {
  await page.goto('/');
  const { differing, bases } = await page.evaluate(async (samples) => {
    // how many reports were asked for beside one that the page holds
    let bases = 0;
    const post = Worker.prototype.postMessage;
    Worker.prototype.postMessage = function (this: Worker, message: { base?: number }, ...rest: []) {
      bases += message.base === undefined ? 0 : 1;
      post.call(this, message, ...rest);
    };
    const { createAnalyzer } = (await import(new URL('gangmu.js', location.href).href)) as typeof import('../../www/src/widget/script.js');
    const worker = createAnalyzer({ firstWasm: null });
    const local = createAnalyzer({ firstWasm: null, mode: 'local' });
    const differing: string[] = [];
    let text = Array.from({ length: 9 }, (_, i) => samples[i % samples.length]).join('\n');
    for (let key = 0; key < 40; key += 1) {
      const at = (key * 7919) % text.length;
      text = text.slice(0, at) + (['发展', '，', '。\n', '一是', ''][key % 5] ?? '') + text.slice(at + (key % 4 === 3 ? 30 : 0));
      const { report } = await worker.analyze(text);
      const whole = await local.analyze(text);
      if (JSON.stringify(report) !== JSON.stringify(whole.report)) differing.push(`after edit ${key}`);
    }
    worker.dispose();
    local.dispose();
    return { differing, bases };
  }, SAMPLES);
  expect(differing).toEqual([]);
  expect(bases).toBeGreaterThan(20);
});
