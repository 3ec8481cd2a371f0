import { describe, expect, it } from 'vitest';
import { decodeText, detect } from '../src/engine/encoding.js';

const TEXT = '在全县会议上的讲话\r\n　　同志们：下面，我讲三点意见。\n一、认清形势\n';
/** 一、认清形势。 in GB18030, thrice. */
const GB = new Uint8Array([0xd2, 0xbb, 0xa1, 0xa2, 0xc8, 0xcf, 0xc7, 0xe5, 0xd0, 0xce, 0xca, 0xc6, 0xa1, 0xa3]);

function utf16(text: string, little: boolean, mark: boolean): Uint8Array {
  const units = (mark ? '\ufeff' : '') + text;
  const view = new DataView(new ArrayBuffer(units.length * 2));
  for (let i = 0; i < units.length; i++) view.setUint16(i * 2, units.charCodeAt(i), little);
  return new Uint8Array(view.buffer);
}

describe('decodeText', () => {
  const utf8 = new TextEncoder().encode(TEXT);
  it.each([
    ['UTF-8', utf8, 'utf-8'],
    ['UTF-8 with mark', new Uint8Array([0xef, 0xbb, 0xbf, ...utf8]), 'utf-8'],
    ['UTF-16 little', utf16(TEXT, true, true), 'utf-16le'],
    ['UTF-16 big', utf16(TEXT, false, true), 'utf-16be'],
    ['UTF-16 little without mark', utf16(TEXT, true, false), 'utf-16le'],
    ['UTF-16 big without mark', utf16(TEXT, false, false), 'utf-16be'],
  ] as const)('reads %s', async (_name, bytes, encoding) => {
    expect(await decodeText(bytes)).toEqual({ text: TEXT, encoding });
  });

  it('reads GB18030', async () => {
    expect(await decodeText(new Uint8Array([...GB, ...GB]))).toEqual({ text: '一、认清形势。一、认清形势。', encoding: 'gb18030' });
  });

  it('keeps characters that lie across a step', async () => {
    const long = '县'.repeat(1 << 19);
    expect((await decodeText(new TextEncoder().encode(long))).text).toBe(long);
  });

  it('reads an empty file as empty text', async () => {
    expect((await decodeText(new Uint8Array())).text).toBe('');
  });

  it('takes NUL and control characters inside UTF-8 as text', async () => {
    const text = `一、${'认清形势。'.repeat(50)}\u0000\u0007二`;
    expect((await decodeText(new TextEncoder().encode(text))).text).toBe(text);
  });

  it.each([
    ['PNG', [0x89, 0x50, 0x4e, 0x47, 13, 10, 26, 10]],
    ['ZIP', [0x50, 0x4b, 3, 4, 20, 0]],
    ['PDF', [...'%PDF-1.7'].map((c) => c.charCodeAt(0))],
    ['noise', Array.from({ length: 4096 }, (_, i) => (i * 7919 + (i >> 3) * 131) % 256)],
  ])('refuses %s', async (_name, bytes) => {
    expect(detect(new Uint8Array(bytes))).toBeNull();
    await expect(decodeText(new Uint8Array(bytes))).rejects.toMatchObject({ code: 'file-binary' });
  });
});
