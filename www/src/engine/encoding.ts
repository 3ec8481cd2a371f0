// Bytes of a .txt file → text. A byte order mark decides; else strict UTF-8; else UTF-16 by where the
// zero bytes and Chinese characters fall; else GB18030, the superset of GBK and GB2312.
import { GangmuError } from './error.js';

/** What the bytes were taken for. */
export type Encoding = 'utf-8' | 'utf-16le' | 'utf-16be' | 'gb18030';

const SAMPLE = 65_536;
const STEP = 1 << 20;

/** Decodes in steps, giving the thread back between them. Rejects with `file-binary`. */
export async function decodeText(bytes: Uint8Array): Promise<{ text: string; encoding: Encoding }> {
  const encoding = detect(bytes);
  if (encoding === null) throw new GangmuError('file-binary', 'the bytes are no text in any encoding known');
  return { text: await decode(bytes, encoding), encoding };
}

/** The encoding, or null for what is no text. */
export function detect(bytes: Uint8Array): Encoding | null {
  if (bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf) return 'utf-8';
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return 'utf-16le';
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return 'utf-16be';
  if (isKnownBinary(bytes)) return null;
  const sample = bytes.subarray(0, SAMPLE);
  const zeros = sample.reduce((count, byte) => count + (byte === 0 ? 1 : 0), 0);
  if (isUtf8(bytes)) return zeros > sample.length / 100 ? (utf16Of(sample) ?? null) : 'utf-8';
  const wide = utf16Of(sample);
  if (wide !== null) return wide;
  if (zeros > 0) return null;
  return isGb18030(sample) ? 'gb18030' : null;
}

/** Documents and archives people open by mistake, by their first bytes. */
function isKnownBinary(bytes: Uint8Array): boolean {
  const heads = ['PK\u0003\u0004', '%PDF-', '\u00d0\u00cf\u0011\u00e0', '{\\rtf', '\u0089PNG', '\u00ff\u00d8\u00ff', 'GIF8', '\u001f\u008b', 'Rar!', '7z\u00bc\u00af', '\u007fELF', '\u0000asm'];
  return heads.some((head) => [...head].every((character, i) => bytes[i] === character.charCodeAt(0)));
}

function isUtf8(bytes: Uint8Array): boolean {
  const decoder = new TextDecoder('utf-8', { fatal: true });
  try {
    for (let at = 0; at < bytes.length; at += STEP) decoder.decode(bytes.subarray(at, at + STEP), { stream: at + STEP < bytes.length });
    return true;
  } catch {
    return false;
  }
}

/** Without a mark: the byte order in which most units are Chinese, ASCII or full-width. */
function utf16Of(sample: Uint8Array): 'utf-16le' | 'utf-16be' | null {
  const pairs = Math.floor(sample.length / 2);
  if (pairs === 0) return null;
  let little = 0;
  let big = 0;
  for (let i = 0; i + 1 < sample.length; i += 2) {
    const first = sample[i] ?? 0;
    const second = sample[i + 1] ?? 0;
    if (isLikely((second << 8) | first)) little += 1;
    if (isLikely((first << 8) | second)) big += 1;
  }
  const best = Math.max(little, big) / pairs;
  // Bytes of GB18030 fall into these ranges about half the time, whichever way they are paired.
  if (best < 0.9 || Math.abs(little - big) < pairs * 0.3) return null;
  return little > big ? 'utf-16le' : 'utf-16be';
}

function isLikely(unit: number): boolean {
  return (unit >= 0x4e00 && unit <= 0x9fff) || (unit >= 0x20 && unit < 0x7f) || (unit >= 0x3000 && unit <= 0x303f)
    || (unit >= 0xff00 && unit <= 0xff5e) || (unit >= 0x2010 && unit <= 0x2027) || unit === 9 || unit === 10 || unit === 13;
}

/** Mostly Chinese two-byte characters, hardly anything that is not allowed. */
function isGb18030(sample: Uint8Array): boolean {
  const text = new TextDecoder('gb18030').decode(sample);
  let odd = 0;
  let han = 0;
  for (const character of text) {
    if (character === '\ufffd' || (character < ' ' && !'\t\n\r\f'.includes(character))) odd += 1;
    else if (/\p{Script=Han}/u.test(character)) han += 1;
  }
  return odd <= text.length / 50 && han >= text.length / 10;
}

async function decode(bytes: Uint8Array, encoding: Encoding): Promise<string> {
  const decoder = new TextDecoder(encoding);
  const parts: string[] = [];
  for (let at = 0; at < bytes.length; at += STEP) {
    parts.push(decoder.decode(bytes.subarray(at, at + STEP), { stream: at + STEP < bytes.length }));
    if (at > 0) await new Promise((resolve) => setTimeout(resolve));
  }
  return parts.join('');
}
