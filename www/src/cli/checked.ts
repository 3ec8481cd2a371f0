// A text that was checked, and what was found.
import type { FindingView } from '../engine/report.js';

/** A text that was checked. */
export interface Checked {
  name: string;
  text: string;
  findings: FindingView[];
}
