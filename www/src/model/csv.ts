// A table as text for spreadsheets. Same rules as the analyzer's own tables (src/export/table.rs).
import type { Cell, DataTable } from './table.js';

// What a spreadsheet takes for the beginning of a formula (OWASP, "CSV injection"), full-width signs too.
const FORMULA = /^[=+\-@\t\r\n＝＋－＠]/u;

/** A cell nothing will compute: an apostrophe before what looks like a formula. */
function safe(cell: Cell): string {
  if (cell === null) return '';
  if (typeof cell === 'number') return String(cell);
  return FORMULA.test(cell) ? `'${cell}` : cell;
}

/** UTF-8 with byte order mark, lines ending in CR LF, quotation marks where needed. */
export function toCsv(table: DataTable): string {
  const quoted = (text: string) => (/[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text);
  return `\uFEFF${lines(table).map((cells) => `${cells.map(quoted).join(',')}\r\n`).join('')}`;
}

/** For the clipboard: tabs between cells, none inside. */
export function toTsv(table: DataTable): string {
  return lines(table).map((cells) => cells.map((cell) => cell.replace(/[\t\r\n]+/g, ' ')).join('\t')).join('\n');
}

function lines(table: DataTable): string[][] {
  return [table.columns.map((column) => safe(column.label)), ...table.rows.map((row) => row.cells.map(safe))];
}
