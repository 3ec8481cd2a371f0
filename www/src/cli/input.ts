// A file or standard input → text.
import { readFile } from 'node:fs/promises';
import { buffer } from 'node:stream/consumers';
import { decodeText } from '../engine/encoding.js';
import { GangmuError } from '../engine/error.js';

/** A text with the name people know it by. */
export interface Input {
  name: string;
  text: string;
}

const WHY: Record<string, string> = { ENOENT: 'there is no such file', EACCES: 'it may not be read', EISDIR: 'this is a folder' };

/** Reads one input, `-` for standard input. Rejects with `file-unreadable` or `file-binary`. */
export async function readInput(name: string): Promise<Input> {
  const bytes = name === '-' ? await buffer(process.stdin) : await bytesOf(name);
  const { text } = await decodeText(bytes).catch(() => {
    throw new GangmuError('file-binary', 'this is no plain text in UTF-8, UTF-16 or GB18030');
  });
  return { name: name === '-' ? 'stdin' : name, text };
}

async function bytesOf(name: string): Promise<Uint8Array> {
  try {
    return await readFile(name);
  } catch (thrown) {
    const code = thrown instanceof Error && 'code' in thrown ? String(thrown.code) : '';
    throw new GangmuError('file-unreadable', WHY[code] ?? String(thrown), { cause: thrown });
  }
}
