// Figures views compute from the report: nothing here finds anything new in the text.
import type { Report, Units } from '../engine/report.js';
import { lastAtOrBefore } from './reading.js';
import type { Section } from './outline.js';

/** Chinese characters a minute when a speech is read aloud; the summary states it. */
export const SPOKEN_RATE = 220;

/** Minutes to read the text aloud. */
export function minutesAloud(report: Report): number {
  return report.text.hanChars / SPOKEN_RATE;
}

/** How many of the spans begin in each section. */
export function countBySection(spans: readonly Units[], sections: readonly Section[]): number[] {
  const starts = sections.map((section) => section.span[0]);
  const counts = sections.map(() => 0);
  for (const [start] of spans) {
    const at = lastAtOrBefore(starts, start);
    if (at >= 0 && start < (sections[at]?.span[1] ?? 0)) counts[at] = (counts[at] ?? 0) + 1;
  }
  return counts;
}
