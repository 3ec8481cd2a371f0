// A report computed earlier, as an attribute gives it: JSON, or the address of JSON. The one place where an element
// fetches, and only what its author named.
import { GangmuError } from '../engine/error.js';
import type { Report } from '../engine/report.js';

/** A report saved with its text, as `gangmu --with-text` writes it. */
export type SavedReport = Report & { source?: string };

function parsed(json: string): SavedReport {
  const report = JSON.parse(json) as SavedReport;
  if (typeof report.schema !== 'string' || !report.schema.startsWith('gangmu-report/1')) throw new Error('this is no report of version 1');
  return report;
}

/** What can be given a saved report: the views and the widget. */
export interface Reporting extends HTMLElement {
  report: Report | null;
  text: string;
}

/** Gives an element the report its attribute names, with the text where it was saved with it: JSON at once, as servers that draw elements need it. */
export function takeReport(element: Reporting, value: string): void {
  const take = (json: string) => {
    const report = parsed(json);
    if (element.text === '' && report.source !== undefined) element.text = report.source;
    element.report = report;
  };
  const refuse = (thrown: unknown) => {
    const detail = new GangmuError('report-unreadable', `${value.slice(0, 200)}: ${String(thrown)}`, { cause: thrown });
    element.dispatchEvent(new CustomEvent('gangmu-error', { detail, bubbles: true, composed: true }));
  };
  // Another may have been named by the time an address has answered.
  const isNamed = () => element.getAttribute('report') === value;
  try {
    if (/^\s*\{/.test(value)) take(value);
    else void fetched(new URL(value, document.baseURI)).then((json) => { if (isNamed()) take(json); }).catch((thrown: unknown) => { if (isNamed()) refuse(thrown); });
  } catch (thrown) {
    refuse(thrown);
  }
}

async function fetched(url: URL): Promise<string> {
  const response = await fetch(url);
  if (!response.ok) throw new Error(`HTTP status ${response.status}`);
  return response.text();
}
