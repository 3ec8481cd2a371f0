// What a saved file is called: after the document's title.
import { nameGiven } from './names.js';
import { line, type Reading } from './reading.js';

const LONGEST = 60;
// Not allowed in names on one system or another: separators, wildcards, controls; and marks that turn the direction of writing.
// eslint-disable-next-line no-control-regex
const FORBIDDEN = /[\u0000-\u001f\u007f-\u009f/\\:*?"<>|\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff]+/gu;
const RESERVED = /^(con|prn|aux|nul|com\d|lpt\d)$/i;

/** The document's title, the name it was given, or how it begins, fit for a file system. */
export function fileStem(reading: Reading): string {
  const { report } = reading;
  const title = report.documents.find((document) => document.title !== null)?.title;
  const begin = report.blocks[0]?.span;
  if (title) return fit(line(reading, title, LONGEST));
  return fit(nameGiven(report) ?? (begin ? line(reading, begin, LONGEST) : ''));
}

/** A name every file system takes. */
export function fit(wished: string): string {
  const cleaned = [...wished.replace(FORBIDDEN, ' ').replace(/\s+/g, ' ')].slice(0, LONGEST).join('').replace(/^[.\s]+|[.\s]+$/g, '');
  if (cleaned === '') return '纲目';
  return RESERVED.test(cleaned) ? `${cleaned}_` : cleaned;
}
