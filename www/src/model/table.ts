// A table of what a view shows: stands beside its picture, and is what is exported.
import { written } from './number.js';

/** What stands in a cell; null where there is no figure. */
export type Cell = string | number | null;

/** One column. */
export interface Column {
  /** Name in JSON. */
  key: string;
  /** Heading, with its unit where it has one. */
  label: string;
  /** Digits behind the point; set where all of a column are figures. */
  digits?: number;
  /** Words of the document, in Chinese whatever the interface speaks. */
  document?: boolean;
}

/** One row. */
export interface TableRow {
  /** Which thing of the report it tells of; -1 where it leads nowhere. */
  key: number;
  cells: Cell[];
  selected?: boolean;
}

/** Headings and rows. */
export interface DataTable {
  /** Caption; also part of the name of its file. */
  title: string;
  columns: Column[];
  rows: TableRow[];
}

/** A cell as people read it. */
export function shown(cell: Cell, column: Column): string {
  if (cell === null) return '–';
  if (typeof cell === 'string') return cell;
  const digits = column.digits ?? (Number.isInteger(cell) ? 0 : 2);
  return written(cell, digits);
}

/** The rows as objects under the columns' keys. */
export function toObjects(table: DataTable): Record<string, Cell>[] {
  return table.rows.map((row) => Object.fromEntries(table.columns.map((column, i) => [column.key, row.cells[i] ?? null])));
}
