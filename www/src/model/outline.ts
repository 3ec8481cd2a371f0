// The outline as views need it: rows to show, the node at a place, sections to count in.
import type { NodeView, Report, Units } from '../engine/report.js';
import { lastAtOrBefore } from './reading.js';

/** A document or a node, as a row of the tree. */
export interface Row {
  /** Index into `outline`, or into `documents` for a document's row. */
  index: number;
  kind: 'document' | 'node';
  /** 1 for the topmost rows shown. */
  level: number;
  /** Row index of the parent among all rows, or -1. */
  parent: number;
  /** Rows below it, all levels. */
  descendants: number;
  /** Position among its siblings, from 1. */
  position: number;
  /** How many siblings, itself included. */
  siblings: number;
}

/** All rows, parents before children. Documents have rows of their own when there are several. */
export function rowsOf(report: Report): Row[] {
  const rows: Row[] = [];
  const several = report.documents.length > 1;
  const rowOfDocument: number[] = [];
  const rowOfNode: number[] = [];
  const nodesOf: number[][] = report.documents.map(() => []);
  report.outline.forEach((node, i) => nodesOf[node.document]?.push(i));
  report.documents.forEach((document, d) => {
    let base = 0;
    if (several) {
      const parent = document.parent === null ? -1 : (rowOfDocument[document.parent] ?? -1);
      base = parent < 0 ? 1 : (rows[parent]?.level ?? 0) + 1;
      rowOfDocument[d] = rows.length;
      rows.push({ index: d, kind: 'document', level: base, parent, descendants: 0, position: 0, siblings: 0 });
    }
    for (const i of nodesOf[d] ?? []) {
      const node = report.outline[i];
      if (node === undefined) continue;
      const parent = node.parent === null ? (rowOfDocument[d] ?? -1) : (rowOfNode[node.parent] ?? -1);
      rowOfNode[i] = rows.length;
      rows.push({ index: i, kind: 'node', level: base + node.depth, parent, descendants: 0, position: 0, siblings: 0 });
    }
  });
  number(rows);
  return rows;
}

function number(rows: Row[]): void {
  const seen = new Map<number, number>();
  for (const row of rows) {
    row.position = (seen.get(row.parent) ?? 0) + 1;
    seen.set(row.parent, row.position);
  }
  for (let i = rows.length - 1; i >= 0; i--) {
    const row = rows[i];
    if (row === undefined) continue;
    row.siblings = seen.get(row.parent) ?? 1;
    const parent = rows[row.parent];
    if (parent) parent.descendants += row.descendants + 1;
  }
}

/** The innermost node whose span holds the offset, or -1. */
export function nodeAt(report: Report, offset: number): number {
  const starts = report.outline.map((node) => node.span[0]);
  let found = lastAtOrBefore(starts, offset);
  while (found >= 0) {
    const node: NodeView | undefined = report.outline[found];
    if (node === undefined) return -1;
    if (node.span[1] > offset) return found;
    found = node.parent ?? found - 1;
  }
  return -1;
}

/** A stretch of text figures are compared over. */
export interface Section {
  span: Units;
  /** Short enough for an axis. */
  label: string;
  /** Index into `outline`, or -1. */
  node: number;
}

/** Top nodes of every document, and what stands before the first of each; paragraphs where there are no nodes. */
export function sectionsOf(report: Report, opening: string): Section[] {
  const sections: Section[] = [];
  report.documents.forEach((document, d) => {
    const tops = report.outline.map((node, i) => ({ node, i })).filter(({ node }) => node.document === d && node.depth === 1);
    const first = tops[0]?.node.span[0] ?? document.span[1];
    if (first > document.span[0]) sections.push({ span: [document.span[0], first], label: opening, node: -1 });
    tops.forEach(({ node, i }, k) => {
      const end = tops[k + 1]?.node.span[0] ?? document.span[1];
      const label = node.marker.replace(/[\s、，．.。：（）()]+/gu, '') || String(k + 1);
      sections.push({ span: [node.span[0], end], label, node: i });
    });
  });
  return sections;
}
