// What a document is, at a glance: what the summary shows and the saved report begins with.
import type { BlockKind } from '../engine/report.js';
import type { Strings } from '../i18n/index.js';
import { minutesAloud, SPOKEN_RATE } from './figures.js';
import { nameGiven } from './names.js';
import { headingOf, line, type Reading } from './reading.js';
import type { DataTable } from './table.js';
import { contentWords, type Word } from './frequent.js';
import { written } from './number.js';

/** A figure with its name and unit. */
export interface Figure {
  key: string;
  name: string;
  value: string;
  unit: string;
  /** For files: the bare number; null where there is none. */
  bare: number | null;
}

/** A line of the skeleton. */
export interface SkeletonLine {
  node: number;
  depth: number;
  marker: string;
  heading: string;
}

const LINES = 10;
const HEADS: BlockKind[] = ['docnumber', 'subtitle', 'byline', 'date', 'issuer'];

/** The title; the name it was given, or how it begins, where it has none. */
export function titleOf(reading: Reading): string {
  const { documents, blocks } = reading.report;
  const title = documents.find((document) => document.title !== null)?.title;
  const begin = blocks[0]?.span;
  if (title) return line(reading, title, 60);
  return nameGiven(reading.report) ?? (begin ? line(reading, begin, 60) : '');
}

/** Number, subtitle, author, date and issuer as they stand in the first document. */
export function headLines(reading: Reading): string[] {
  const own = reading.report.blocks.filter((block) => block.document === 0 && HEADS.includes(block.kind));
  return own.slice(0, 5).map((block) => line(reading, block.span, 60));
}

/** The figures of the summary. */
export function figuresOf(reading: Reading, t: Strings['summary']): Figure[] {
  const { text, documents, outline } = reading.report;
  const minutes = minutesAloud(reading.report);
  const figure = (key: string, name: string, unit: string, bare: number | null, digits = 0): Figure =>
    ({ key, name, unit, bare: bare === null ? null : Number(bare.toFixed(digits)), value: bare === null ? '–' : written(bare, digits) });
  const figures: Figure[] = [
    figure('characters', t.characters, t.charactersUnit, text.hanChars),
    { ...figure('minutes', t.aloud(SPOKEN_RATE), t.minutes, minutes, minutes < 1 ? 1 : 0), ...(minutes < 1 && { value: '< 1' }) },
    figure('paragraphs', t.paragraphs, t.paragraphsUnit, text.paragraphs),
    figure('sentences', t.sentences, t.sentencesUnit, text.sentences),
    figure('sentenceLength', t.perSentence, t.charactersUnit, text.sentences > 0 ? text.hanChars / text.sentences : null),
    figure('points', t.points, t.pointsUnit, outline.length),
  ];
  if (documents.length > 1) figures.unshift(figure('documents', t.documents, t.documentsUnit, documents.length));
  if (text.variety !== null) figures.push(figure('variety', t.variety, '', text.variety, 2));
  return figures;
}

/** Figures as rows of a table. */
export function figuresTable(figures: readonly Figure[], t: Strings['summary']): DataTable {
  return {
    title: t.title,
    columns: [{ key: 'figure', label: t.column.figure }, { key: 'value', label: t.column.value }, { key: 'unit', label: t.column.unit }],
    rows: figures.map(({ name, bare, unit }) => ({ key: -1, cells: [name, bare, unit] })),
  };
}

/** The words said most. */
export function topWords(reading: Reading): Word[] {
  return contentWords(reading.report, 12);
}

/** The outline in ten lines: its top points, and the level below as far as all of it fits. `left` is how many top points do not. */
export function skeleton(reading: Reading): { lines: SkeletonLine[]; left: number } {
  const { outline } = reading.report;
  let deepest = 1;
  for (const depth of [2, 3]) {
    const count = outline.filter((node) => node.depth <= depth).length;
    if (count <= LINES && outline.some((node) => node.depth === depth)) deepest = depth;
  }
  const chosen = outline.flatMap((node, i) => (node.depth <= deepest ? [{ node, i }] : []));
  const lines = chosen.slice(0, LINES).map(({ node, i }) => ({ node: i, depth: node.depth, marker: node.marker.trim(), heading: line(reading, headingOf(node), 60) }));
  return { lines, left: Math.max(0, chosen.length - LINES) };
}
