// The text cut into what the reader sets: one piece a line, very long lines in several.
import type { BlockKind, BlockView, Report } from '../engine/report.js';

/** What becomes one paragraph element. */
export interface Piece {
  start: number;
  end: number;
  kind: BlockKind;
  /** Goes on with the line of the piece before. */
  continued: boolean;
}

/** Consecutive pieces, mounted and unmounted together. */
export interface Group {
  start: number;
  end: number;
  /** Where its first piece begins. */
  cursor: Cursor;
  pieces: number;
  /** Lines it will take, roughly. */
  lines: number;
}

/** A block and how much of it was cut already. */
export interface Cursor {
  block: number;
  offset: number;
}

const LONG_LINE = 4000;
const GROUP_UNITS = 4000;
const GROUP_PIECES = 120;
const BREAK_AFTER = /[。！？；.!?;\s]/u;

/** Blocks of the report; before there is one, plain lines. */
export function blocksOf(text: string, report: Report | null): BlockView[] {
  if (report !== null && report.blocks.length > 0) return report.blocks;
  const blocks: BlockView[] = [];
  for (const { 0: found, index } of text.matchAll(/[^\r\n\u2028\u2029]*\S[^\r\n\u2028\u2029]*/gu)) {
    blocks.push({ kind: 'paragraph', span: [index, index + found.length], document: 0 });
  }
  return blocks;
}

/** Cuts all blocks into groups of a size that mounts within a frame. */
export function groupsOf(text: string, blocks: readonly BlockView[], perLine: number): Group[] {
  const groups: Group[] = [];
  let group: Group | undefined;
  const cursor: Cursor = { block: 0, offset: 0 };
  for (let piece = next(text, blocks, cursor); piece; piece = next(text, blocks, cursor)) {
    if (group === undefined || group.pieces >= GROUP_PIECES || piece.end - group.start > GROUP_UNITS) {
      const at = { block: cursor.block, offset: piece.start };
      // `next` has moved past a finished block already.
      if (cursor.offset === 0) at.block -= 1;
      group = { start: piece.start, end: piece.end, cursor: at, pieces: 0, lines: 0 };
      groups.push(group);
    }
    group.end = piece.end;
    group.pieces += 1;
    group.lines += Math.max(1, Math.ceil((piece.end - piece.start + 2) / perLine));
  }
  return groups;
}

/** The pieces of one group. */
export function piecesOf(text: string, blocks: readonly BlockView[], group: Group): Piece[] {
  const cursor = { ...group.cursor };
  const pieces: Piece[] = [];
  while (pieces.length < group.pieces) {
    const piece = next(text, blocks, cursor);
    if (piece === undefined) break;
    pieces.push(piece);
  }
  return pieces;
}

function next(text: string, blocks: readonly BlockView[], cursor: Cursor): Piece | undefined {
  for (let block = blocks[cursor.block]; block; block = blocks[cursor.block]) {
    const from = cursor.offset > 0 ? Math.max(cursor.offset, block.span[0]) : block.span[0];
    const start = skipSpace(text, from, block.span[1]);
    if (start >= block.span[1]) {
      cursor.block += 1;
      cursor.offset = 0;
      continue;
    }
    const end = cut(text, start, block.span[1]);
    const continued = start > skipSpace(text, block.span[0], block.span[1]);
    if (end >= block.span[1]) {
      cursor.block += 1;
      cursor.offset = 0;
    } else {
      cursor.offset = end;
    }
    return { start, end: trimEnd(text, start, end), kind: block.kind, continued };
  }
  return undefined;
}

/** Where a piece ends: at the block's end, or in a very long line after a full stop. */
function cut(text: string, start: number, end: number): number {
  if (end - start <= LONG_LINE) return end;
  for (let at = start + LONG_LINE; at > start + LONG_LINE / 2; at--) {
    if (BREAK_AFTER.test(text.charAt(at - 1))) return at;
  }
  // Never between the halves of a surrogate pair.
  const at = start + LONG_LINE;
  const unit = text.charCodeAt(at);
  return unit >= 0xdc00 && unit < 0xe000 ? at - 1 : at;
}

function skipSpace(text: string, from: number, to: number): number {
  let at = from;
  while (at < to && /[\s\uFEFF]/u.test(text.charAt(at))) at += 1;
  return at;
}

function trimEnd(text: string, from: number, to: number): number {
  let at = to;
  while (at > from + 1 && /[\s\uFEFF]/u.test(text.charAt(at - 1))) at -= 1;
  return at;
}
