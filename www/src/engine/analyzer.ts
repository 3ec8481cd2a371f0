// The one interface of the analyzer; a worker and a local implementation stand behind it.
import type { GangmuError } from './error.js';
import type { Options, Report, TokenArrays } from './report.js';

/** Where the parts are. */
export interface Assets {
  /** The compiled analyzer. */
  wasm: string;
  /** The dictionary, gzip; null for outlines only. */
  dictionary: string | null;
  /** Counts of the genre, gzip, which keyness is measured against; null for none. */
  reference: string | null;
}

/** Bytes of one part as they arrive. */
export interface Progress {
  part: 'wasm' | 'dictionary';
  loaded: number;
  /** Undefined where the server does not say. */
  total: number | undefined;
}

/** What one analysis gives. */
export interface Result {
  report: Report;
  tokens: TokenArrays;
  /** Why there are no terms; null when there are. */
  dictionaryError: GangmuError | null;
}

/** Choices of one call. */
export interface AnalyzeInit {
  options?: Partial<Options>;
  /** Ends the work; the promise rejects with code `aborted`. */
  signal?: AbortSignal;
  /** Called as parts arrive, only while this analysis waits for them. */
  onProgress?: (progress: Progress) => void;
  /** Called with the outline while the dictionary is still on its way; at most once. */
  onOutline?: (report: Report) => void;
}

/** Reads texts, one at a time, in the order asked. */
export interface Analyzer {
  /** Rejects only for resources, options or a signal, never for the text; always with a GangmuError. */
  analyze(text: string, init?: AnalyzeInit): Promise<Result>;
  /** Ends the worker and frees memory; pending analyses reject with `disposed`. */
  dispose(): void;
}
