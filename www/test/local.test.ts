// The analyzer on this very thread, as Node uses it: parts given as bytes, questions, words of one's own, its end.
import { readFileSync } from 'node:fs';
import { afterAll, describe, expect, it } from 'vitest';
import { LocalAnalyzer } from '../src/engine/local.js';

const part = (name: string) => new Uint8Array(readFileSync(new URL(`../src/engine/wasm/${name}`, import.meta.url)));
const ASSETS = () => ({ wasm: part('gangmu_bg.wasm'), dictionary: part('dictionary.gz'), reference: part('reference.gz') });
const TEXT = '在全区工作会议上的讲话\n\n同志们：\n一、认清形势\n　　形势逼人。一是任务重；二是时间紧。\n二、抓好落实\n　　落实要靠干部，干部要把落实放在心上。\n';
const analyzer = new LocalAnalyzer(ASSETS);
afterAll(() => analyzer.dispose());

const count = async (word: string, init = {}) => (await analyzer.analyze(TEXT, init)).report.terms.find((term) => term.text === word)?.count;

describe('LocalAnalyzer', () => {
  it('reads a text with its terms', async () => {
    const { report, tokens, dictionaryError } = await analyzer.analyze(TEXT);
    expect(dictionaryError).toBeNull();
    expect(report.outline.map((node) => node.marker)).toEqual(['一、', '一是', '二是', '二、']);
    expect(report.terms.find((term) => term.text === '落实')).toMatchObject({ count: 3 });
    expect(report.terms.some((term) => term.keyness !== null)).toBe(true);
    expect(tokens.starts.length).toBeGreaterThan(0);
  });

  it('answers questions about it', async () => {
    expect(await analyzer.ask(TEXT, 'export', { format: 'markdown' })).toBe('# 在全区工作会议上的讲话\n\n- 一、认清形势\n  - 一是任务重\n  - 二是时间紧\n- 二、抓好落实\n');
    expect(await analyzer.ask(TEXT, 'export', { format: 'opml' })).toContain('<outline text="一是任务重"/>');
    expect(await analyzer.ask(TEXT, 'table', { table: 'outline', format: 'tsv', language: 'en' })).toMatch(/^document\tlevel\t/);
    const { lines, total } = await analyzer.ask(TEXT, 'concordance', { query: { query: '落实' } });
    expect(total).toBe(3);
    expect(lines.map(({ span }) => TEXT.slice(...span))).toEqual(['落实', '落实', '落实']);
    await expect(analyzer.ask(TEXT, 'concordance', { query: { query: '(', kind: 'pattern' } })).rejects.toMatchObject({ code: 'pattern-invalid' });
    const compared = await analyzer.ask(TEXT, 'compare', { other: '落实落实落实落实。' });
    expect(compared.find((row) => row.text === '落实')).toMatchObject({ count: 3, otherCount: 4 });
    expect(JSON.parse(await analyzer.ask(TEXT, 'table', { table: 'comparison', format: 'json', other: '落实。' }))).not.toHaveLength(0);
    await expect(analyzer.ask(TEXT, 'table', { table: 'comparison' })).rejects.toMatchObject({ code: 'options-invalid' });
    await expect(analyzer.ask(TEXT, 'export', { format: 'docx' as 'opml' })).rejects.toMatchObject({ code: 'options-invalid' });
  });

  it('keeps the words of one call to that call', async () => {
    const user = '抓好落实';
    expect(await count(user)).toBeUndefined();
    expect(await count(user, { words: { user } })).toBe(1);
    expect(await count(user)).toBeUndefined();
    const kind = async (words: object) => (await analyzer.analyze(TEXT, { words })).report.terms.find((term) => term.text === '任务')?.class;
    expect(await kind({ stop: '任务' })).toBe('stop');
    expect(await kind({ stop: '落实', stopAlone: true })).toBe('content');
    await expect(analyzer.analyze(TEXT, { words: { user: '好\n抓 好 落 实 了' } })).rejects.toMatchObject({ code: 'user-words-invalid', line: 2 });
    expect(await count('落实')).toBe(3);
  });

  it('compares with another text when asked to', async () => {
    const key = async (init = {}) => (await analyzer.analyze(TEXT, init)).report.terms.find((term) => term.text === '落实')?.keyness?.g2;
    expect(await key({ compareWith: '落实落实落实落实。' })).toBeLessThan(Number(await key()));
  });

  it('stops when told to', async () => {
    await expect(analyzer.analyze(TEXT, { signal: AbortSignal.abort() })).rejects.toMatchObject({ code: 'aborted' });
    const other = new LocalAnalyzer(ASSETS);
    await other.analyze(TEXT);
    other.dispose();
    await expect(other.analyze(TEXT)).rejects.toMatchObject({ code: 'disposed' });
  });
});
