// Who is measured, in Node. In: where things are. Out: for each contender what it can do.
import { spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { pathToFileURL } from 'node:url';
import { gunzipSync } from 'node:zlib';

const require = createRequire(import.meta.url);

/** How often each word occurs: what everybody writes behind a segmenter. */
export function count(words) {
  const counts = new Map();
  for (const word of words) counts.set(word, (counts.get(word) ?? 0) + 1);
  return counts;
}

/** Our wasm in this very process. */
export async function ours(engine) {
  const { Analyzer, initSync } = await import(pathToFileURL(join(engine, 'gangmu.js')));
  const bytes = readFileSync(join(engine, 'gangmu_bg.wasm'));
  initSync({ module: bytes });
  const dictionary = gunzipSync(readFileSync(join(engine, 'dictionary.gz')));
  const analyzer = new Analyzer();
  analyzer.setDictionary(dictionary);
  return {
    load: () => analyzer.setDictionary(dictionary),
    cut: ({ text }) => analyzer.segment(text).length,
    report: ({ text }) => {
      const analysis = analyzer.analyze(text);
      const made = [analysis.report(), analysis.tokens()];
      analysis.free();
      return made;
    },
    // As the worker has it, which posts it.
    posted: ({ text }) => {
      const analysis = analyzer.analyze(text);
      const parts = [];
      analysis.reportParts((part) => parts.push(part));
      const made = [parts, analysis.tokens()];
      analysis.free();
      return made;
    },
  };
}

/** The native build, a child process that says how long each thing took. */
export function native(program, dictionary) {
  const child = spawn(program, [dictionary], { stdio: ['pipe', 'pipe', 'inherit'] });
  const lines = createInterface({ input: child.stdout })[Symbol.asyncIterator]();
  const ask = async (what) => {
    child.stdin.write(`${what}\n`);
    return Number((await lines.next()).value.split(' ')[0]);
  };
  return {
    load: () => ask('load'),
    cut: ({ path }) => ask(`cut ${path}`),
    report: ({ path }) => ask(`report ${path}`),
    structure: ({ path }) => ask(`structure ${path}`),
    words: ({ path }) => ask(`words ${path}`),
    end: () => child.stdin.end(),
  };
}

/** npm jieba-wasm. */
export function jiebaWasm() {
  const { cut } = require('jieba-wasm');
  return { cut: ({ text }) => cut(text, true), count: ({ text }) => count(cut(text, true)) };
}

/** npm @node-rs/jieba, native code called from Node. */
export function nodeRs() {
  const { Jieba } = require('@node-rs/jieba');
  const { dict } = require('@node-rs/jieba/dict');
  const jieba = Jieba.withDict(dict);
  return { cut: ({ text }) => jieba.cut(text, true), count: ({ text }) => count(jieba.cut(text, true)) };
}

/** The browser's and Node's own segmenter. */
export function intl() {
  const segmenter = new Intl.Segmenter('zh', { granularity: 'word' });
  const cut = ({ text }) => Array.from(segmenter.segment(text), (part) => part.segment);
  return { cut, count: (part) => count(cut(part)) };
}
