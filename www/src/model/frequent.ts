// Words as pictures need them: what is said how often, and where choosing one leads.
import type { Report } from '../engine/report.js';
import type { Strings } from '../i18n/index.js';
import type { Reading } from './reading.js';
import { selectSpans, selectTerm, type Selection } from './selection.js';
import type { DataTable } from './table.js';

/** A word, phrase or set phrase with its count. */
export interface Word {
  kind: 'term' | 'phrase' | 'set-phrase';
  /** Index in the report's list of that kind. */
  index: number;
  text: string;
  count: number;
}

/** The most frequent content words. */
export function contentWords(report: Report, most: number): Word[] {
  const words = report.terms.flatMap((term, index): Word[] => (term.class === 'content' ? [{ kind: 'term', index, text: term.text, count: term.count }] : []));
  return words.sort((a, b) => b.count - a.count || a.index - b.index).slice(0, most);
}

/** All places of a word. */
export function selectWord(reading: Reading, word: Word | undefined): Selection | null {
  if (word === undefined) return null;
  if (word.kind === 'term') return selectTerm(reading, word.index);
  const list = word.kind === 'phrase' ? reading.report.phrases : reading.report.setPhrases;
  return selectSpans(word.kind, word.index, word.text, list[word.index]?.spans ?? []);
}

/** Whether a word is the one selected. */
export function isSelected(word: Word, selection: Selection | null): boolean {
  return selection !== null && selection.kind === word.kind && selection.index === word.index;
}

/** Words and counts; keys are places in the list given. */
export function wordTable(words: readonly Word[], selection: Selection | null, t: Strings['frequent']): DataTable {
  return {
    title: t.table,
    columns: [{ key: 'word', label: t.word, document: true }, { key: 'count', label: t.count, digits: 0 }],
    rows: words.map((word, key) => ({ key, selected: isSelected(word, selection), cells: [word.text, word.count] })),
  };
}
