// Files the user opens or drops → named texts.
import { GangmuError } from '../engine/error.js';
import { decodeText } from '../engine/encoding.js';

const LARGEST = 64 * 1024 * 1024;

/** Reads one file. Rejects with `file-too-big`, `file-unreadable` or `file-binary`. */
export async function readFile(file: File): Promise<string> {
  if (file.size > LARGEST) throw new GangmuError('file-too-big', `${file.name}: ${file.size} bytes`);
  let bytes: Uint8Array;
  try {
    bytes = new Uint8Array(await file.arrayBuffer());
  } catch (thrown) {
    throw new GangmuError('file-unreadable', `${file.name}: ${String(thrown)}`, { cause: thrown });
  }
  return (await decodeText(bytes)).text;
}

/** A file's name without its ending. */
export function nameOf(file: File): string {
  return file.name.replace(/\.(txt|text|md)$/i, '');
}
