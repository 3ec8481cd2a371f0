// Until the analyzer can cut, and until the first report of the seed document, in Chromium: a new profile, and a return visit in
// the same.
import { browsing } from '../browser.mjs';
import { figures } from '../measure.mjs';

/** Between two visits: compiled code is kept two seconds after the last function of it got ready, our parts sooner. */
const PAUSE = 3000;

/** Who is on which page. */
const PAGES = [['ours', 'ours'], ['cut', 'ours-cut'], ['jiebaWasm', 'jieba-wasm']];

/** The second visit lets the browser keep compiled code; people return more than once. */
const VISITS = ['cold', null, 'return visit'];

export async function ready(context) {
  const { profile, stop } = await browsing(context);
  /** Times of all rounds, by visit and contender. */
  const times = { cold: {}, 'return visit': {} };
  // The first round is for the server's caches.
  for (let round = -1; round < context.rounds; round += 1) {
    const profiles = await Promise.all(PAGES.map(profile));
    // Browsers just started are busy with themselves.
    await new Promise((done) => setTimeout(done, PAUSE));
    for (const kind of round < 0 ? [null] : VISITS) {
      const tabs = [];
      for (const [at, [name, page]] of PAGES.entries()) {
        const tab = await profiles[at].visit(page);
        if (kind !== null) (times[kind][name] ??= []).push(await tab.evaluate(() => globalThis.times));
        tabs.push(tab);
      }
      // All pause at once.
      await tabs[0].waitForTimeout(kind === 'return visit' || round < 0 ? 0 : PAUSE);
      await Promise.all(tabs.map((tab) => tab.close()));
    }
    await Promise.all(profiles.map(({ close }) => close()));
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
