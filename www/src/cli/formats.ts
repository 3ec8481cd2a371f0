// One text in one format.
import type { Analyzer } from '../engine/analyzer.js';

/** How it is written. */
export interface Manner {
  /** Of headings. */
  language: 'zh' | 'en';
  /** Put the text into the JSON, so that views can show it without the file. */
  withText: boolean;
}

type Writer = (analyzer: Analyzer, text: string, manner: Manner) => Promise<string>;

const terms = (format: 'csv' | 'tsv'): Writer => (analyzer, text, { language }) => analyzer.ask(text, 'table', { table: 'terms', format, language });

const tree = (format: 'rs3' | 'rs3-tokens'): Writer => (analyzer, text) => analyzer.ask(text, 'exportTree', { format }, { options: { rst: true } });

/** By the name given to `--format`. */
export const FORMATS = {
  json: async (analyzer, text, { withText }) => {
    const { report } = await analyzer.analyze(text);
    return JSON.stringify(withText ? { ...report, source: text } : report);
  },
  csv: terms('csv'),
  tsv: terms('tsv'),
  'outline-csv': (analyzer, text, { language }) => analyzer.ask(text, 'table', { table: 'outline', format: 'csv', language }),
  markdown: (analyzer, text) => analyzer.ask(text, 'export', { format: 'markdown' }),
  opml: (analyzer, text) => analyzer.ask(text, 'export', { format: 'opml' }),
  freemind: (analyzer, text) => analyzer.ask(text, 'export', { format: 'freemind' }),
  rs3: tree('rs3'),
  'rs3-tokens': tree('rs3-tokens'),
} satisfies Record<string, Writer>;

/** A format's name. */
export type OutputFormat = keyof typeof FORMATS;

/** Analyses a text and writes what was asked for. */
export function write(analyzer: Analyzer, text: string, format: OutputFormat, manner: Manner): Promise<string> {
  return FORMATS[format](analyzer, text, manner);
}
