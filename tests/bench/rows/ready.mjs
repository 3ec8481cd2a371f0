// Until the analyzer can cut, and until the first report of the seed document, in Chromium: a new profile, and a return visit in
// the same.
import { browsing } from '../browser.mjs';
import { figures } from '../measure.mjs';

/** Between two visits: compiled code is kept two seconds after the last function of it got ready. */
const PAUSE = 3000;

/** Who is on which page. */
const PAGES = [['ours', 'ours'], ['cut', 'ours-cut'], ['jiebaWasm', 'jieba-wasm']];

export async function ready(context) {
  const { profile, stop } = await browsing(context);
  /** Times of all rounds, by visit and contender. */
  const times = { cold: {}, 'return visit': {} };
  // The first round is for the server's caches.
  for (let round = -1; round < context.rounds; round += 1) {
    for (const [name, page] of PAGES) {
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
      (times.cold[name] ??= []).push(first);
      (times['return visit'][name] ??= []).push(again);
    }
  }
  stop();
  return Object.entries(times).flatMap(([visit, { ours, cut, jiebaWasm }]) => {
    const row = (row, of) => {
      const filled = Object.entries(of).filter(([, values]) => values.length > 0);
      return { row: `${row}, ${visit}`, text: 'seed', host: 'Chromium', unit: 'ms', of: Object.fromEntries(filled.map(([name, values]) => [name, figures(values)])) };
    };
    const since = (all, to, from) => all.map((times) => times[to] - (from === undefined ? 0 : times[from]));
    return [
      row('asked for to ready (theirs: first cut)', { ours: since(cut, 'ready', 'asked'), jiebaWasm: since(jiebaWasm, 'cut', 'asked') }),
      row('asked for to first cut', { ours: since(cut, 'cut', 'asked'), jiebaWasm: since(jiebaWasm, 'cut', 'asked') }),
      row('navigation to first cut', { ours: since(cut, 'cut'), jiebaWasm: since(jiebaWasm, 'cut') }),
      row('navigation to first report', { ours: since(ours, 'report'), jiebaWasm: since(jiebaWasm, 'report') }),
    ];
  });
}
