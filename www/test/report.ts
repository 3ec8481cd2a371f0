// A small report for tests of what only arranges reports.
import type { NodeView, Report } from '../src/engine/report.js';

/** An empty report with some fields set. */
export function report(fields: Partial<Report> = {}): Report {
  return {
    schema: 'gangmu-report/1',
    text: { utf16Length: 0, chars: 0, hanChars: 0, paragraphs: 0, sentences: 0, tokens: 0, types: 0, variety: null },
    documents: [], blocks: [], outline: [], terms: [], phrases: [], setPhrases: [],
    announcements: [], parallelisms: [], devices: [], moves: [], rst: { edus: [], nodes: [] }, findings: [],
    ...fields,
  };
}

/** A node at a place. */
export function node(parent: number | null, depth: number, start: number, end: number, document = 0): NodeView {
  return { parent, document, depth, scheme: 'han', marker: '一、', ordinal: 1, heading: [start + 2, start + 4], wholeHeading: null, span: [start, end], evidence: 'line-marker', move: null };
}
