// The report's types, generated from the Rust ones, and reading one; importing this never loads wasm.
export type {
  AnnouncementView,
  Bilingual,
  BlockKind,
  BlockView,
  CollocatesQuery,
  CollocateView,
  ComparisonView,
  ConcordanceLine,
  ConcordanceQuery,
  ConcordanceView,
  DeviceKind,
  DeviceView,
  DocumentView,
  EdgeView,
  FindingView,
  KeynessView,
  KeywordView,
  MatrixView,
  NetworkNodeView,
  NetworkQuery,
  NetworkView,
  Move,
  MoveBasis,
  MoveView,
  NodeEvidence,
  NodeView,
  Options,
  ParallelismView,
  PhraseView,
  QueryKind,
  Report,
  RstNodeView,
  RstView,
  SetPhraseView,
  Severity,
  SortBy,
  TableFormat,
  TableLanguage,
  TableName,
  TableQuery,
  TermView,
  Units,
  Verdict,
} from './wasm/gangmu.js';

import type { Report } from './wasm/gangmu.js';

/** The token stream: parallel arrays in text order; `terms` holds indices into `report.terms`. */
export interface TokenArrays {
  /** UTF-16 offset of each token's first unit. */
  starts: Uint32Array;
  /** UTF-16 offset past each token's last unit. */
  ends: Uint32Array;
  /** Index into `report.terms`, or `NO_TERM`. */
  terms: Uint32Array;
}

/** A token that is not among the listed terms. */
export const NO_TERM = 0xffffffff;

/** Adds a part, as it comes from the wasm, to the parts of a report before it: of a list come several pieces. */
export function add(report: Partial<Report>, json: string): Partial<Report> {
  const fields = report as Record<string, unknown>;
  for (const [name, value] of Object.entries(JSON.parse(json) as Record<string, unknown>)) {
    const known = fields[name];
    if (Array.isArray(known) && Array.isArray(value)) for (const item of value) known.push(item);
    else fields[name] = value;
  }
  return report;
}

/** Name and version of the contract, as in a report's `schema`. */
export const SCHEMA = 'gangmu-report/1';
