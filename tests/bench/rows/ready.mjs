// From navigation to the first report of the seed document, in Chromium: a new profile, and a return visit in the same.
import { browsing } from '../browser.mjs';
import { figures } from '../measure.mjs';

/** Between two visits: caches are written behind the scenes. */
const PAUSE = 1500;

export async function ready(context) {
  const { profile, stop } = await browsing(context);
  const times = { cold: { ours: [], jiebaWasm: [] }, warm: { ours: [], jiebaWasm: [] }, outline: { ours: [] } };
  // The first round is for the server's caches.
  for (let round = -1; round < context.rounds; round += 1) {
    for (const [name, page] of [['ours', 'ours'], ['jiebaWasm', 'jieba-wasm']]) {
      const { visit, close } = await profile();
      const once = async () => {
        const tab = await visit(page);
        const times = await tab.evaluate(() => globalThis.times);
        await tab.waitForTimeout(PAUSE);
        await tab.close();
        return times;
      };
      const first = await once();
      // The second visit lets the browser keep compiled code; people return more than once.
      await once();
      const again = await once();
      await close();
      if (round < 0) continue;
      times.cold[name].push(first.report);
      times.warm[name].push(again.report);
      if (first.outline !== undefined) times.outline[name].push(first.outline);
    }
  }
  stop();
  const row = (row, all) => {
    const filled = Object.entries(all).filter(([, values]) => values.length > 0);
    return { row, text: 'seed', host: 'Chromium', unit: 'ms', of: Object.fromEntries(filled.map(([name, values]) => [name, figures(values)])) };
  };
  return [
    row('navigation to first report, cold', times.cold),
    row('navigation to first report, return visit', times.warm),
    ...(times.outline.ours.length > 0 ? [row('navigation to first outline, cold', times.outline)] : []),
  ];
}
