// Timing side by side. In: things to do, each by its contender's name. Out: median and spread of each, in milliseconds.
// Contenders take turns, so that a machine that slows down slows all of them.

/** Does each of `work` once to warm up, then `rounds` times in turn; each may give its own time, else it is timed here. */
export async function interleave(work, rounds) {
  const times = Object.fromEntries(Object.keys(work).map((name) => [name, []]));
  for (let round = -1; round < rounds; round += 1) {
    for (const [name, run] of Object.entries(work)) {
      const began = performance.now();
      const own = await run();
      if (round >= 0) times[name].push(typeof own === 'number' ? own : performance.now() - began);
    }
  }
  return Object.fromEntries(Object.entries(times).map(([name, all]) => [name, figures(all)]));
}

/** Median, and the quarter and three-quarter marks as spread. */
export function figures(values) {
  const sorted = [...values].sort((a, b) => a - b);
  return { median: quantile(sorted, 0.5), low: quantile(sorted, 0.25), high: quantile(sorted, 0.75), p95: quantile(sorted, 0.95), runs: sorted.length };
}

function quantile(sorted, share) {
  const at = (sorted.length - 1) * share;
  const [below, above] = [sorted[Math.floor(at)], sorted[Math.ceil(at)]];
  return below + (above - below) * (at - Math.floor(at));
}
