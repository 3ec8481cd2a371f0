// Arguments → what to do.
import { parseArgs } from 'node:util';
import { GangmuError } from '../engine/error.js';
import { CHECKS, type CheckFormat } from './check.js';
import { FORMATS, type Manner, type OutputFormat } from './formats.js';

/** What to do. */
export type Command = 'write' | 'check' | 'help' | 'version';

/** A command line, understood. */
export interface Plan extends Manner {
  command: Command;
  /** `-` is standard input. */
  files: string[];
  format: OutputFormat;
  check: CheckFormat;
  dictionary: 'lite' | 'full' | 'none';
}

export const HELP = `gangmu FILE…         what the texts say and how they are built
gangmu check FILE…   what a drafter may want to mend; status 1 when there is something

FILE is plain text in UTF-8, UTF-16 or GB18030; - or none is standard input.

  --format NAME      ${Object.keys(FORMATS).join(', ')}; json unless said otherwise, one line a text
                     check: ${Object.keys(CHECKS).join(', ')}; text unless said otherwise
  --with-text        json: put the text in as well, for <gangmu-outline report="…">
  --dictionary NAME  lite, full, none; lite unless said otherwise
  --lang NAME        zh, en: language of headings and findings; the terminal's unless said otherwise
  --help, --version
`;

/** Throws with one sentence when it is not understood. */
export function parse(args: string[], language: 'zh' | 'en'): Plan {
  const { values, positionals } = parsed(args);
  const checking = positionals[0] === 'check';
  const files = checking ? positionals.slice(1) : positionals;
  const command = values.help === true ? 'help' : values.version === true ? 'version' : checking ? 'check' : 'write';
  return {
    command,
    files: files.length === 0 ? ['-'] : files,
    format: checking ? 'json' : oneOf('format', values.format ?? 'json', FORMATS),
    check: checking ? oneOf('format', values.format ?? 'text', CHECKS) : 'text',
    dictionary: oneOf('dictionary', values.dictionary ?? 'lite', { lite: 1, full: 1, none: 1 }),
    language: oneOf('lang', values.lang ?? language, { zh: 1, en: 1 }),
    withText: values['with-text'] === true,
  };
}

function parsed(args: string[]) {
  const text = { type: 'string' } as const;
  const flag = { type: 'boolean' } as const;
  const options = { format: text, dictionary: text, lang: text, 'with-text': flag, help: { ...flag, short: 'h' }, version: flag };
  try {
    return parseArgs({ args, options, allowPositionals: true });
  } catch (thrown) {
    throw new GangmuError('options-invalid', thrown instanceof Error ? (thrown.message.split('. ')[0] ?? '') : String(thrown));
  }
}

function oneOf<T extends object>(option: string, value: string, table: T): keyof T {
  if (Object.hasOwn(table, value)) return value as keyof T;
  throw new GangmuError('options-invalid', `--${option} ${value}: choose one of ${Object.keys(table).join(', ')}`);
}
