// What the command line asks for, done: texts read, analysed, written. Status 0; 1 when `check` found something; 2 when
// something could not be done.
import { createAnalyzer, DICTIONARIES } from '../engine/node.js';
import { toGangmuError } from '../engine/error.js';
import type { Analyzer } from '../engine/analyzer.js';
import { type Command, HELP, parse, type Plan } from './plan.js';
import { type Input, readInput } from './input.js';
import { write } from './formats.js';
import { CHECKS } from './check.js';
import type { Checked } from './checked.js';
import { version } from '../../package.json';

/** The terminal, or what a test puts in its place. */
export interface Terminal {
  out: (text: string) => void;
  err: (text: string) => void;
  /** Whether somebody is watching standard error. */
  terminal: boolean;
  language: 'zh' | 'en';
}

/** Runs one command line; gives the status to exit with. */
export async function run(args: string[], io: Terminal): Promise<number> {
  let plan: Plan;
  try {
    plan = parse(args, io.language);
  } catch (thrown) {
    return fail(io, thrown);
  }
  if (plan.command === 'help') return say(io, HELP);
  if (plan.command === 'version') return say(io, `${version}\n`);
  const analyzer = createAnalyzer({ dictionary: plan.dictionary === 'none' ? null : DICTIONARIES[plan.dictionary] });
  try {
    return await work(plan.command, plan, analyzer, io);
  } finally {
    analyzer.dispose();
  }
}

async function work(command: Extract<Command, 'write' | 'check'>, plan: Plan, analyzer: Analyzer, io: Terminal): Promise<number> {
  const checked: Checked[] = [];
  let status = 0;
  for (const [i, name] of plan.files.entries()) {
    progress(io, `${i + 1}/${plan.files.length} ${name}`);
    try {
      const input: Input = await readInput(name);
      if (command === 'check') {
        const { report } = await analyzer.analyze(input.text);
        checked.push({ name: input.name, text: input.text, findings: report.findings });
      } else {
        const written = await write(analyzer, input.text, plan.format, plan);
        progress(io, '');
        io.out(written.endsWith('\n') ? written : `${written}\n`);
      }
    } catch (thrown) {
      status = fail(io, thrown, name);
    }
  }
  progress(io, '');
  if (command === 'write') return status;
  io.out(CHECKS[plan.check](checked, plan.language, version));
  return status === 0 && checked.some(({ findings }) => findings.length > 0) ? 1 : status;
}

/** One line that is written over, for people only. */
function progress(io: Terminal, line: string): void {
  if (io.terminal) io.err(`\r\u001b[K${line}`);
}

function say(io: Terminal, text: string): number {
  io.out(text);
  return 0;
}

/** One line, whatever was thrown. */
function fail(io: Terminal, thrown: unknown, name?: string): number {
  const { message } = toGangmuError(thrown);
  progress(io, '');
  io.err(`gangmu: ${name === undefined ? '' : `${name}: `}${message.replace(/\s*\n\s*/g, ' ')}\n`);
  return 2;
}
