// Timing side by side. In: things to do, each by its contender's name. Out: median and spread of each, in milliseconds.
// Contenders take turns, so that a machine that slows down slows all of them.

/** Milliseconds each is warmed up at the least: engines go on compiling what runs often while it runs. */
const WARM = 1000;

/** Does each of `work` for a second to warm up, then `rounds` times in turn; each may give its own time, else it is timed here. */
export async function interleave(work, rounds) {
  for (const run of Object.values(work)) {
    const began = performance.now();
    do await run();
    while (performance.now() - began < WARM);
  }
  const times = Object.fromEntries(Object.keys(work).map((name) => [name, []]));
  for (let round = 0; round < rounds; round += 1) {
    for (const [name, run] of Object.entries(work)) {
      const began = performance.now();
      const own = await run();
      times[name].push(typeof own === 'number' ? own : performance.now() - began);
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
