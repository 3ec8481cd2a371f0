// The widget's events, typed: all bubble and leave shadow trees.
import type { Analyzer, Progress } from '../engine/analyzer.js';
import type { GangmuError } from '../engine/error.js';
import type { Report } from '../engine/report.js';
import type { Selection } from '../model/selection.js';

/** Each event with its `detail`. */
export interface GangmuEvents {
  /** The analyzer is loaded and the first text is read; ask it more if you like. */
  'gangmu-ready': CustomEvent<Analyzer>;
  /** Bytes of a part arrived. */
  'gangmu-progress': CustomEvent<Progress>;
  /** A text was read. */
  'gangmu-report': CustomEvent<Report>;
  /** Something was chosen; null when nothing is any more. */
  'gangmu-select': CustomEvent<Selection | null>;
  /** The text cannot be read, or not wholly. */
  'gangmu-error': CustomEvent<GangmuError>;
}

declare global {
  // eslint-disable-next-line @typescript-eslint/no-empty-object-type -- the events join those of every element
  interface HTMLElementEventMap extends GangmuEvents {}
}
