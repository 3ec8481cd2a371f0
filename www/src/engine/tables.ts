// Dictionary, reference, model: kept by the browser, or fetched while the wasm is on its way and decompressed by it.
import type { Kept } from './kept.js';
import type { unpack, fetchDictionary } from './wasm/gangmu.js';

/** What the wasm does for tables. */
export interface Unpacker {
  unpack: typeof unpack;
  fetchDictionary: typeof fetchDictionary;
}

type Bytes = Uint8Array<ArrayBuffer>;

/** Called as bytes arrive. */
export type OnBytes = (loaded: number, total: number | undefined) => void;

/** The bytes of a table, decompressed. */
export async function unpacked(wasm: Unpacker, source: string | Uint8Array, onBytes?: OnBytes, answer?: Promise<Response>): Promise<Bytes> {
  const bytes = await (typeof source === 'string' ? wasm.fetchDictionary(source, onBytes, answer) : wasm.unpack(source));
  // None here are shared between threads.
  return bytes as Bytes;
}

/** Lets the analyzer `take` a table's bytes, decompressed; they are looked for or asked for while it is compiled. */
export async function deliver<A>(wasm: Unpacker, analyzer: Promise<A>, source: string | Uint8Array, kept: Kept, take: (analyzer: A, bytes: Bytes) => void, onBytes?: OnBytes): Promise<void> {
  if (typeof source !== 'string') {
    const made = await analyzer;
    return take(made, await unpacked(wasm, source));
  }
  return kept.find(source, async (bytes) => take(await analyzer, bytes), async (signal) => {
    const answer = fetch(source, { signal: signal ?? null });
    // An answer that failed says so once more.
    answer.catch(() => undefined);
    const made = await analyzer;
    const bytes = await unpacked(wasm, source, onBytes, answer);
    take(made, bytes);
    kept.note(source, () => bytes);
  });
}
