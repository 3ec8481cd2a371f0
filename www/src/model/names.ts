// What a text is called by whoever opened it: for texts without a title of their own, which begin with 各位代表： or worse.
import type { Report } from '../engine/report.js';

const names = new WeakMap<Report, string>();

/** Gives the text of a report a name, such as that of its file. */
export function callIt(report: Report, name: string): Report {
  names.set(report, name);
  return report;
}

/** The name given; undefined for none. */
export function nameGiven(report: Report): string | undefined {
  return names.get(report);
}
