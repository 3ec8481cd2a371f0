// `cargo xtask bench`. In: one JSON argument, where things are and which rows are wanted. Out: one table, and the same as JSON.
import { writeFileSync } from 'node:fs';
import { cpus } from 'node:os';
import { print } from './table.mjs';
import { prepare } from './texts.mjs';
import { growth } from './rows/growth.mjs';
import { keystroke } from './rows/keystroke.mjs';
import { memory } from './rows/memory.mjs';
import { pool } from './rows/pool.mjs';
import { ready } from './rows/ready.mjs';
import { structure } from './rows/structure.mjs';
import { throughput } from './rows/throughput.mjs';
import { wire } from './rows/wire.mjs';

const GROUPS = { wire, ready, throughput, structure, keystroke, pool, memory, growth };

const place = JSON.parse(process.argv[2]);
const chosen = Object.entries(GROUPS).filter(([name]) => place.only.length === 0 || place.only.includes(name));
if (chosen.length === 0) throw new Error(`no such rows; there are ${Object.keys(GROUPS).join(', ')}`);
const { huge, ...texts } = prepare(place.root, place.folder, place.quick ? [1] : [1, 10], place.large ? 100 : 0);
const context = { ...place, texts, huge, rounds: place.quick ? 3 : 5 };

const rows = [];
for (const [name, group] of chosen) {
  console.error(`    ${name} …`);
  rows.push(...(await group(context)));
}
print(rows);
const machine = { cpu: cpus()[0]?.model, cores: cpus().length, node: process.version };
writeFileSync(place.out, JSON.stringify({ schema: 'gangmu-bench/1', date: new Date().toISOString(), machine, rows }, null, 1));
console.error(`    ${place.out}`);
