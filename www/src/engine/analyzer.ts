// The one interface of the analyzer; a worker and a local implementation stand behind it.
import type { GangmuError } from './error.js';
import type { Answer, Asked, Needs } from './questions.js';
import type { Options, Report, TokenArrays } from './report.js';

/** Where the parts are, or the parts themselves. */
export interface Assets {
  /** The compiled analyzer: address, bytes, or compiled already. */
  wasm: string | Uint8Array<ArrayBuffer> | WebAssembly.Module;
  /** A smaller one that gives reports and no more; where there is one, `wasm` is loaded when a question or a tree is first asked for. */
  firstWasm?: string | Uint8Array<ArrayBuffer> | WebAssembly.Module | null;
  /** The dictionary, gzip or plain: address or bytes; null for outlines only. */
  dictionary: string | Uint8Array<ArrayBuffer> | null;
  /** Counts of the genre, gzip or plain, which keyness is measured against; null for none. */
  reference: string | Uint8Array<ArrayBuffer> | null;
  /** Weights of the RST tree, gzip or plain, fetched when a tree is first asked for; without them `report.rst` is null. */
  rstModel?: string | Uint8Array<ArrayBuffer> | null;
  /** SHA-256 of what stands at an address, decompressed: such parts the browser keeps for the next visit, where it can. */
  digests?: Readonly<Record<string, string>>;
  /** Whether it has probably kept them: then it gets more time to say so before the network is asked, else none. */
  returning?: boolean | undefined;
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
  /** To be read, not changed: of an edited text it shares with the report before what has stayed. */
  report: Report;
  tokens: TokenArrays;
  /** Why there are no terms; null when there are. */
  dictionaryError: GangmuError | null;
  /** Why there is no tree though it was asked for; null when there is one, or none was asked for. */
  rstError: GangmuError | null;
}

/** Words of the user's own, one a line. */
export interface Words {
  /** To keep whole, in jieba's format: `词`, `词 频`, `词 频 性`. */
  user?: string;
  /** To count in their parts: `统筹兼顾`, or with the parts wanted `统筹 兼顾`. */
  split?: string;
  /** To count as grammatical words, besides our own list. */
  stop?: string;
  /** Whether `stop` stands in place of our own list. */
  stopAlone?: boolean;
}

/** What an analysis depends on besides its text. */
export interface Setup {
  options?: Partial<Options>;
  words?: Words;
  /** Another text that terms are compared with in place of the genre. */
  compareWith?: string;
}

/** Choices of one call. */
export interface CallInit extends Setup {
  /** Ends the work; the promise rejects with code `aborted`. */
  signal?: AbortSignal;
  /** Called as parts arrive, only while this call waits for them. */
  onProgress?: (progress: Progress) => void;
}

/** Choices of one analysis. */
export interface AnalyzeInit extends CallInit {
  /** Called with the outline while the dictionary is still on its way; at most once. */
  onOutline?: (report: Report) => void;
}

/** Reads texts, one at a time, in the order asked. */
export interface Analyzer {
  /** Rejects only for resources, options, words or a signal, never for the text; always with a GangmuError. */
  analyze(text: string, init?: AnalyzeInit): Promise<Result>;
  /** A table, an export, a concordance … of a text; at once when it is the text last read with the same choices. */
  ask<K extends Asked>(text: string, question: K, needs: Needs<K>, init?: CallInit): Promise<Answer<K>>;
  /** Ends the worker and frees memory; pending calls reject with `disposed`. */
  dispose(): void;
}
