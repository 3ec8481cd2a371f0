// Dictionary, reference, model: kept by the browser, or fetched while the wasm is on its way and decompressed by it.
import { isTrap } from './error.js';
import type { Kept } from './kept.js';
import type { unpack, fetchDictionary } from './wasm/gangmu.js';

/** What the wasm does for tables. */
export interface Unpacker {
  unpack: typeof unpack;
  fetchDictionary: typeof fetchDictionary;
}

/** Called as bytes arrive. */
type OnBytes = (loaded: number, total: number | undefined) => void;

/** A table given, or on its way: as bytes if it was kept. */
export type Table = Uint8Array | { url: string; found: Promise<Uint8Array<ArrayBuffer> | Response> };

/** Asks for a table that is not here yet. */
export function begin(source: string | Uint8Array, kept: Kept): Table;
export function begin(source: string | Uint8Array | null, kept: Kept): Table | null;
export function begin(source: string | Uint8Array | null, kept: Kept): Table | null {
  if (typeof source !== 'string') return source;
  const found = find(source, kept);
  // Whoever waits for it hears of a failure; nobody may.
  found.catch(() => undefined);
  return { url: source, found };
}

async function find(url: string, kept: Kept): Promise<Uint8Array<ArrayBuffer> | Response> {
  const found = await kept.find(url, () => fetch(url));
  return found.kept ? new Uint8Array(await found.answer.arrayBuffer()) : found.answer;
}

/** The bytes of a table, decompressed. */
export async function unpacked(wasm: Unpacker, source: string | Uint8Array, onBytes?: OnBytes, answer?: Promise<Response>): Promise<Uint8Array<ArrayBuffer>> {
  const bytes = await (typeof source === 'string' ? wasm.fetchDictionary(source, onBytes, answer) : wasm.unpack(source));
  // None here are shared between threads.
  return bytes as Uint8Array<ArrayBuffer>;
}

/** Lets `take` have a table's bytes, decompressed; what was kept and is refused is fetched after all. */
export async function deliver(wasm: Unpacker, table: Table, kept: Kept, take: (bytes: Uint8Array<ArrayBuffer>) => void, onBytes?: OnBytes): Promise<void> {
  if (table instanceof Uint8Array) return take(await unpacked(wasm, table));
  const found = await table.found.catch(() => null);
  if (found instanceof Uint8Array) {
    try {
      return take(found);
    } catch (thrown) {
      if (isTrap(thrown)) throw thrown;
      await kept.forget();
    }
  }
  // An answer that failed says so once more.
  const bytes = await unpacked(wasm, table.url, onBytes, found instanceof Uint8Array ? undefined : (table.found as Promise<Response>));
  take(bytes);
  kept.note(table.url, () => bytes);
}
