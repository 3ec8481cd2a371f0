// Promises of a number of points, and which points of the outline keep them.
import type { AnnouncementView, Report } from '../engine/report.js';
import type { Strings } from '../i18n/index.js';
import { headingOf, line, type Reading, words } from './reading.js';
import type { DataTable } from './table.js';

/** Indices of the nodes that keep a promise: the children of its node, in its document, that come after it. */
export function pointsOf(report: Report, announcement: AnnouncementView): number[] {
  if (announcement.verdict === 'open') return [];
  const document = report.documents.findLastIndex(({ span }) => span[0] <= announcement.span[0] && announcement.span[0] < span[1]);
  const own = report.outline.flatMap((node, i) =>
    node.parent === announcement.node && node.span[1] > announcement.span[0] && (announcement.node !== null || document < 0 || node.document === document) ? [i] : [],
  );
  return own.slice(0, announcement.found);
}

/** Every promise with what came; keys are indices into the report's announcements. */
export function announcementTable(reading: Reading, t: Strings['rhetoric']): DataTable {
  const { announcements, outline } = reading.report;
  return {
    title: t.announcements,
    columns: [
      { key: 'promise', label: t.column.promise, document: true },
      { key: 'promised', label: t.column.promised, digits: 0 },
      { key: 'found', label: t.column.found, digits: 0 },
      { key: 'verdict', label: t.column.verdict },
      { key: 'points', label: t.column.points, document: true },
    ],
    rows: announcements.map((announcement, key) => ({
      key,
      cells: [
        words(reading, announcement.span), announcement.promised, announcement.found, t.verdictName[announcement.verdict],
        pointsOf(reading.report, announcement).map((i) => {
          const node = outline[i];
          return node ? `${node.marker.trim()} ${line(reading, headingOf(node), 40)}` : '';
        }).join('；'),
      ],
    })),
  };
}
