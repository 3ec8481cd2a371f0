// The outline by length: names, lengths and shares of its parts.
import type { Report, Units } from '../engine/report.js';
import type { Strings } from '../i18n/index.js';
import { type Row, rowsOf } from './outline.js';
import { headingOf, line, type Reading } from './reading.js';
import type { DataTable } from './table.js';

export type { Reading };

/** What a row governs. */
export function spanOf(report: Report, row: Row): Units {
  return (row.kind === 'node' ? report.outline[row.index]?.span : report.documents[row.index]?.span) ?? [0, 0];
}

/** Marker and heading of a node, or a document's title. */
export function nameOf(reading: Reading, row: Row, limit = 40): string {
  const { report } = reading;
  if (row.kind === 'node') {
    const node = report.outline[row.index];
    return node ? node.marker + line(reading, headingOf(node), limit) : '';
  }
  const title = report.documents[row.index]?.title;
  return title ? line(reading, title, limit) : String(row.index + 1);
}

/** Every part with its length in characters and its share of the text. */
export function structureTable(reading: Reading, t: Strings['structure'], selected: number): DataTable {
  const whole = Math.max(1, reading.text.length);
  return {
    title: t.title,
    columns: [
      { key: 'heading', label: t.heading, document: true },
      { key: 'level', label: t.level, digits: 0 },
      { key: 'characters', label: t.characters, digits: 0 },
      { key: 'share', label: t.share, digits: 1 },
    ],
    rows: rowsOf(reading.report).map((row) => {
      const [start, end] = spanOf(reading.report, row);
      const key = row.kind === 'node' ? row.index : -1;
      return { key, selected: key >= 0 && key === selected, cells: [nameOf(reading, row, 60), row.level, end - start, ((end - start) * 100) / whole] };
    }),
  };
}
