// Peak memory of one job in Node, each contender in a process of its own: the most the process ever held.
import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { jiebaWasm, ours } from '../contenders.mjs';

const JOBS = {
  nothing: async () => () => undefined,
  ours: async (engine) => (await ours(engine)).posted,
  jiebaWasm: async () => jiebaWasm().count,
};

export async function memory({ engine, texts }) {
  const self = fileURLToPath(import.meta.url);
  return Object.keys(texts).filter((name) => name.endsWith('MB')).map((name) => {
    const peak = (job) => Number(execFileSync(process.execPath, [self, job, engine, texts[name].path]).toString());
    const bare = peak('nothing');
    const of = (job) => ({ median: peak(job) - bare });
    return { row: 'peak memory beyond bare Node', text: name, host: 'Node', unit: 'MB', of: { ours: of('ours'), jiebaWasm: of('jiebaWasm') } };
  });
}

/** Kilobytes at the most. Where there is /proc it knows this program's own; the general figure may be that of the process it was forked from. */
function highWater() {
  const status = existsSync('/proc/self/status') ? readFileSync('/proc/self/status', 'utf8') : '';
  return Number(/VmHWM:\s*(\d+)/u.exec(status)?.[1] ?? process.resourceUsage().maxRSS);
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const [job, engine, path] = process.argv.slice(2);
  const run = await JOBS[job](engine);
  run({ text: readFileSync(path, 'utf8') });
  console.log(highWater() / 1000);
}
