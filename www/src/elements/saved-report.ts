// A report computed earlier, as an attribute gives it: JSON, or the address of JSON. The one place where an element
// fetches, and only what its author named.
import { GangmuError } from '../engine/error.js';
import type { Report } from '../engine/report.js';

/** A report saved with its text, as `gangmu --with-text` writes it. */
export type SavedReport = Report & { source?: string };

/** Rejects with `report-unreadable`. */
async function readSavedReport(value: string): Promise<SavedReport> {
  try {
    const json = /^\s*\{/.test(value) ? value : await fetched(new URL(value, document.baseURI));
    const report = JSON.parse(json) as SavedReport;
    if (typeof report.schema !== 'string' || !report.schema.startsWith('gangmu-report/1')) throw new Error('this is no report of version 1');
    return report;
  } catch (thrown) {
    throw new GangmuError('report-unreadable', `${value.slice(0, 200)}: ${String(thrown)}`, { cause: thrown });
  }
}

/** What can be given a saved report: the views and the widget. */
export interface Reporting extends HTMLElement {
  report: Report | null;
  text: string;
}

/** Gives an element the report its attribute names, with the text where it was saved with it. */
export async function takeReport(element: Reporting, value: string): Promise<void> {
  try {
    const report = await readSavedReport(value);
    // Another may have been named since.
    if (element.getAttribute('report') !== value) return;
    if (element.text === '' && report.source !== undefined) element.text = report.source;
    element.report = report;
  } catch (error) {
    element.dispatchEvent(new CustomEvent('gangmu-error', { detail: error, bubbles: true, composed: true }));
  }
}

async function fetched(url: URL): Promise<string> {
  const response = await fetch(url);
  if (!response.ok) throw new Error(`HTTP status ${response.status}`);
  return response.text();
}
