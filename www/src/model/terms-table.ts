// The words of a text by kind, with every figure there is of each, and as a table to look at and to take away.
import type { ComparisonView, Report } from '../engine/report.js';
import type { Strings } from '../i18n/index.js';
import type { Cell, DataTable } from './table.js';

/** What is listed. */
export type Kind = 'content' | 'phrase' | 'set' | 'filler' | 'stop';

/** A figure or a word about an entry. */
export type Column = keyof Strings['terms']['column'];

/** One word, phrase or set phrase. */
export interface Entry {
  kind: Kind;
  /** Index into the report's list of its kind. */
  index: number;
  text: string;
  count: number;
  figures: Partial<Record<Column, Cell>>;
}

/** Columns of each kind: those shown at first, then the others. */
const FIRST: Record<Kind, readonly Column[]> = {
  content: ['text', 'count', 'perTenThousand', 'range', 'dispersion', 'keyness'],
  phrase: ['text', 'count', 'association', 'freedom'],
  set: ['text', 'count', 'members'],
  filler: ['text', 'count', 'perTenThousand', 'range', 'dispersion', 'keyness'],
  stop: ['text', 'count', 'perTenThousand', 'range', 'dispersion', 'keyness'],
};
const WORDS: readonly Column[] = [
  'text', 'tag', 'count', 'perTenThousand', 'otherPerTenThousand', 'range', 'dispersion', 'dispersionNorm', 'keyness', 'p', 'logRatio', 'tfIdf',
];
const ALL: Record<Kind, readonly Column[]> = {
  content: WORDS,
  phrase: ['text', 'words', 'count', 'total', 'association', 'freedom'],
  set: ['text', 'count', 'members'],
  filler: WORDS,
  stop: WORDS,
};

/** Digits behind the point; columns without are words. */
export const DIGITS: Partial<Record<Column, number>> = {
  words: 0, count: 0, total: 0, perTenThousand: 1, otherPerTenThousand: 1, range: 0, dispersion: 2, dispersionNorm: 2, keyness: 1, p: 4, logRatio: 2, tfIdf: 4,
  association: 2, freedom: 2,
};

/** Kinds there is something of. */
export function kindsOf(report: Report): Kind[] {
  const kinds: Kind[] = ['content'];
  if (report.phrases.length > 0) kinds.push('phrase');
  if (report.setPhrases.length > 0) kinds.push('set');
  for (const kind of ['filler', 'stop'] as const) {
    if (report.terms.some((term) => term.class === kind)) kinds.push(kind);
  }
  return kinds;
}

/** Entries of a kind; with another text the keyness of words is that against it. */
export function entriesOf(report: Report, kind: Kind, compared: readonly ComparisonView[] | null): Entry[] {
  if (kind === 'phrase') {
    return report.phrases.map(({ text, count, words, total, association, freedom }, index) => ({ kind, index, text, count, figures: { text, count, words, total, association, freedom } }));
  }
  if (kind === 'set') {
    return report.setPhrases.map(({ text, count, members }, index) => ({ kind, index, text, count, figures: { text, count, members: members?.names.join('、') ?? null } }));
  }
  const other = new Map(compared?.map((row) => [row.text, row]));
  return report.terms.flatMap((term, index) => {
    if (term.class !== kind) return [];
    const { text, tag, count, perTenThousand, range, dispersion, dispersionNorm, tfIdf } = term;
    const row = other.get(text);
    const keyness = compared === null ? term.keyness : (row?.keyness ?? null);
    const against = { keyness: keyness?.g2 ?? null, p: keyness?.p ?? null, logRatio: keyness?.logRatio ?? null };
    const rates = compared === null ? {} : { otherPerTenThousand: row?.otherPerTenThousand ?? 0 };
    return [{ kind, index, text, count, figures: { text, tag, count, perTenThousand, ...rates, range, dispersion, dispersionNorm, ...against, tfIdf } }];
  });
}

/** Columns to show; those without a single figure are left out. */
export function columnsOf(entries: readonly Entry[], kind: Kind, all: boolean): Column[] {
  return (all ? ALL : FIRST)[kind].filter((column) => entries.some(({ figures }) => (figures[column] ?? null) !== null));
}

/** Whether there is more to show than at first. */
export function hasMore(kind: Kind): boolean {
  return ALL[kind].length > FIRST[kind].length;
}

/** Sorted by a column; words in the order of pinyin, what has no figure last. */
export function sortEntries(entries: readonly Entry[], column: Column, descending: boolean): Entry[] {
  const sign = descending ? -1 : 1;
  return [...entries].sort((a, b) => {
    const [x, y] = [a.figures[column] ?? null, b.figures[column] ?? null];
    if (x === null || y === null) return x === y ? a.index - b.index : x === null ? 1 : -1;
    if (typeof x === 'string' || typeof y === 'string') return sign * String(x).localeCompare(String(y), 'zh');
    return sign * (x - y) || a.index - b.index;
  });
}

/** The table to take away. */
export function dataTable(title: string, entries: readonly Entry[], columns: readonly Column[], labels: Record<Column, string>): DataTable {
  return {
    title,
    columns: columns.map((key) => {
      const digits = DIGITS[key];
      return { key, label: labels[key], document: key === 'text' || key === 'members', ...(digits !== undefined && { digits }) };
    }),
    rows: entries.map(({ figures }, key) => ({ key, cells: columns.map((column) => figures[column] ?? null) })),
  };
}
