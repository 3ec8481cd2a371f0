// The report of an analysis on this thread, as objects.
import { add, type Report } from './report.js';
import type { Analysis } from './wasm/gangmu.js';

/** The report of an analysis as objects; the small wasm writes JSON only. */
export function reportOf(analysis: Analysis): Report {
  const made = (analysis as Partial<Pick<Analysis, 'report'>>).report?.call(analysis);
  if (made !== undefined) return made;
  const parts: Partial<Report> = {};
  analysis.reportParts((part) => add(parts, part));
  return parts as Report;
}
