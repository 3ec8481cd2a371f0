// Dictionary, reference, model: fetched while the wasm is on its way, decompressed by it.
import type { unpack, fetchDictionary } from './wasm/gangmu.js';

/** What the wasm does for tables. */
export interface Unpacker {
  unpack: typeof unpack;
  fetchDictionary: typeof fetchDictionary;
}

/** A table given, or on its way. */
export type Table = Uint8Array | { url: string; answer: Promise<Response> };

/** Asks for a table that is not here yet. */
export function begin(source: string | Uint8Array): Table;
export function begin(source: string | Uint8Array | null): Table | null;
export function begin(source: string | Uint8Array | null): Table | null {
  if (typeof source !== 'string') return source;
  const answer = fetch(source);
  // Whoever waits for it hears of a failure; nobody may.
  answer.catch(() => undefined);
  return { url: source, answer };
}

/** A table's bytes, decompressed. */
export function bytesOf(wasm: Unpacker, table: Table, onProgress?: (loaded: number, total: number | undefined) => void): Promise<Uint8Array> {
  return table instanceof Uint8Array ? wasm.unpack(table) : wasm.fetchDictionary(table.url, onProgress, table.answer);
}
