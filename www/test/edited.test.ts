// A text being edited: the whole analyzer takes the small one's place when it is there, and the reports stay the same.
import { readFileSync } from 'node:fs';
import { expect, it, vi } from 'vitest';
import { LocalAnalyzer } from '../src/engine/local.js';

const part = (name: string) => new Uint8Array(readFileSync(new URL(`../src/engine/wasm/${name}`, import.meta.url)));
const ASSETS = () => ({ wasm: part('gangmu_bg.wasm'), dictionary: part('dictionary.gz'), reference: part('reference.gz') });
const TEXT = '在全区工作会议上的讲话\n\n同志们：\n一、认清形势\n　　形势逼人。一是任务重；二是时间紧。\n';

it('edits a longer text with the whole analyzer, and with the small one where that cannot be had', async () => {
  const long = `${TEXT}${'　　干部要把工作抓在手上、落在实处。\n'.repeat(400)}`;
  const analyzer = new LocalAnalyzer(ASSETS);
  await analyzer.analyze(TEXT);
  const compiled = vi.spyOn(WebAssembly, 'instantiate');
  const both = () => ({ ...ASSETS(), firstWasm: part('gangmu-first_bg.wasm') });
  const broken = () => ({ ...both(), wasm: new Uint8Array([1]) });
  for (const assets of [both, broken]) {
    // glue that has compiled nothing yet
    vi.resetModules();
    const fresh = await import('../src/engine/local.js');
    compiled.mockClear();
    const other = new fresh.LocalAnalyzer(assets);
    await other.analyze(long);
    await other.analyze(`${TEXT}二〇二四年。`);
    expect(compiled, 'another text').toHaveBeenCalledTimes(1);
    await other.analyze(long);
    for (const end of ['三', '三、', '三、作风', '三、作风要实。']) {
      const edited = `${long}${end}`;
      const { report, dictionaryError } = await other.analyze(edited);
      expect(dictionaryError).toBeNull();
      expect(report).toEqual((await analyzer.analyze(edited)).report);
      await vi.waitFor(() => expect(compiled).toHaveBeenCalledTimes(2));
    }
    other.dispose();
  }
  compiled.mockRestore();
  analyzer.dispose();
});
