// Which findings a person has waved off. Kept in memory, for as long as the page is open, by document: by its title and by what
// the finding says of which words, so that an edit elsewhere in the text does not bring it back.
import type { FindingView, Report } from '../engine/report.js';
import { line, type Reading } from './reading.js';

const ignored = new Map<string, Set<string>>();

/** Told whenever a finding is ignored or brought back, so that every view and count can follow. */
export const ignoredChanges = new EventTarget();

function documentOf(reading: Reading): string {
  const title = reading.report.documents[0]?.title;
  return title ? line(reading, title, 200) : reading.text.slice(0, 40);
}

function keyOf(reading: Reading, finding: FindingView): string {
  return `${finding.code} ${reading.text.slice(...finding.span)}`;
}

/** Whether a finding was waved off. */
export function isIgnored(reading: Reading, finding: FindingView): boolean {
  return ignored.get(documentOf(reading))?.has(keyOf(reading, finding)) === true;
}

/** Waves a finding off, or brings it back. */
export function setIgnored(reading: Reading, finding: FindingView, on: boolean): void {
  const name = documentOf(reading);
  const set = ignored.get(name) ?? new Set();
  ignored.set(name, set);
  if (on) set.add(keyOf(reading, finding));
  else set.delete(keyOf(reading, finding));
  ignoredChanges.dispatchEvent(new Event('change'));
}

/** How many findings are left to look at. */
export function openFindings(report: Report, text: string): number {
  const reading: Reading = { report, text, tokens: null };
  return report.findings.filter((finding) => !isIgnored(reading, finding)).length;
}
