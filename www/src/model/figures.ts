// Figures views compute from the report: nothing here finds anything new in the text.
import type { Report, Units } from '../engine/report.js';
import { lastAtOrBefore, type Reading } from './reading.js';
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

/**
 * Moving-average type–token ratio (Covington & McFall 2010) over windows of `window` running words:
 * a measure of lexical variety that does not fall with length. Null for texts shorter than one window.
 * Only listed terms carry a type; `types` therefore has to come from tokens' own words.
 */
export function movingTypeTokenRatio(reading: Reading, window = 100): number | null {
  const { tokens, text } = reading;
  if (tokens === null) return null;
  const words: string[] = [];
  for (let i = 0; i < tokens.starts.length; i++) {
    const word = text.slice(tokens.starts[i], tokens.ends[i]);
    if (/\p{Script=Han}/u.test(word)) words.push(word);
  }
  if (words.length < window) return null;
  const seen = new Map<string, number>();
  let sum = 0;
  words.forEach((word, i) => {
    seen.set(word, (seen.get(word) ?? 0) + 1);
    const left = words[i - window];
    if (left !== undefined) {
      const count = (seen.get(left) ?? 1) - 1;
      if (count === 0) seen.delete(left);
      else seen.set(left, count);
    }
    if (i >= window - 1) sum += seen.size / window;
  });
  return sum / (words.length - window + 1);
}
