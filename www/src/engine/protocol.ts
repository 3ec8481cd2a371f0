// What passes between client and worker. Every message carries the id of its request, except the first.
import type { Assets, Progress, Setup } from './analyzer.js';
import type { WireError } from './error.js';
import type { Question } from './questions.js';
import type { TokenArrays } from './report.js';
import type { Shared } from './wasm/gangmu.js';

/** Edited texts of more units are read by the whole analyzer, which remembers what it has read; the small one reads all anew. */
export const EDITED = 5_000;

/** From the client. */
export type Request =
  | { kind: 'open'; assets: Assets }
  | { kind: 'analyze'; id: number; text: string; setup: Setup; wantsOutline: boolean; /** The request whose report the client holds. */ base?: number }
  | { kind: 'ask'; id: number; text: string; setup: Setup; question: Question }
  | { kind: 'cancel'; id: number };

/**
 * From the worker. `progress` belongs to the worker as a whole. Reports come as JSON, which crosses faster than their objects, in parts:
 * each is read in a task of its own, while the next is written.
 */
export type Reply =
  | { kind: 'progress'; progress: Progress }
  | { kind: 'part'; id: number; report: string }
  | { kind: 'outline'; id: number }
  | { kind: 'shared'; id: number; /** What the report, all of whose parts have come, has from that of `base`. */ shared: Shared }
  | { kind: 'done'; id: number; tokens: TokenArrays; dictionaryError: WireError | null; rstError: WireError | null }
  | { kind: 'answered'; id: number; answer: unknown }
  | { kind: 'requests'; urls: string[] }
  | { kind: 'cancelled'; id: number }
  | { kind: 'failed'; id: number; error: WireError; /** The wasm is in an unknown state. */ fatal: boolean };
