// Several texts at once: as many analyzers as the machine has cores, made when there is work for them. What they load is
// fetched once and the wasm compiled once, whatever their number.
import type { AnalyzeInit, Analyzer, Assets, CallInit, Result } from './analyzer.js';
import { GangmuError } from './error.js';
import type { Answer, Asked, Needs } from './questions.js';

interface Member {
  readonly analyzer: Analyzer;
  /** What it has to read yet: the lengths of the texts of calls it has not answered, in UTF-16 units. */
  waiting: number;
  /** The text it was given last: questions about it go to the one that has read it. */
  text: string;
}

/** An analyzer that reads several texts at once; each call goes to one of its members. */
export class AnalyzerPool implements Analyzer {
  readonly #make: (assets: Assets) => Analyzer;
  readonly #known: () => Assets;
  readonly #size: number;
  readonly #members: Member[] = [];
  #shared: Promise<Assets> | undefined;
  #disposed = false;

  constructor(assets: () => Assets, make: (assets: Assets) => Analyzer, size: number) {
    this.#known = assets;
    this.#make = make;
    this.#size = Math.max(1, size);
  }

  analyze(text: string, init?: AnalyzeInit): Promise<Result> {
    return this.#give(text, (analyzer) => analyzer.analyze(text, init));
  }

  ask<K extends Asked>(text: string, question: K, needs: Needs<K>, init?: CallInit): Promise<Answer<K>> {
    return this.#give(text, (analyzer) => analyzer.ask(text, question, needs, init));
  }

  dispose(): void {
    this.#disposed = true;
    for (const { analyzer } of this.#members) analyzer.dispose();
  }

  async #give<T>(text: string, work: (analyzer: Analyzer) => Promise<T>): Promise<T> {
    const assets = await (this.#shared ??= share(this.#known()));
    if (this.#disposed) throw new GangmuError('disposed', 'the analyzer was disposed of');
    const member = this.#choose(text, assets);
    // A call is work, however short its text.
    const load = text.length + 1;
    member.waiting += load;
    member.text = text;
    try {
      return await work(member.analyzer);
    } finally {
      member.waiting -= load;
    }
  }

  /** Who has read this text; else who is idle; else somebody new while there is room; else who has least to read. */
  #choose(text: string, assets: Assets): Member {
    const free = this.#members.find((member) => member.text === text) ?? this.#members.find((member) => member.waiting === 0);
    if (free !== undefined) return free;
    if (this.#members.length < this.#size) {
      const member = { analyzer: this.#make(assets), waiting: 0, text: '' };
      this.#members.push(member);
      return member;
    }
    return this.#members.reduce((least, member) => (member.waiting < least.waiting ? member : least));
  }
}

/** The parts themselves in place of their addresses. What cannot be had here stays an address: the worker tries, and says why. */
export async function share(assets: Assets): Promise<Assets> {
  const [wasm, dictionary, reference] = await Promise.all([
    compiled(assets.wasm),
    bytes(assets.dictionary),
    bytes(assets.reference),
  ]);
  return { ...assets, wasm, dictionary, reference };
}

async function compiled(source: Assets['wasm']): Promise<Assets['wasm']> {
  if (typeof source !== 'string') return source;
  try {
    const response = await fetch(source);
    return response.ok ? await WebAssembly.compile(await response.arrayBuffer()) : source;
  } catch {
    return source;
  }
}

async function bytes(source: Assets['dictionary']): Promise<Assets['dictionary']> {
  if (typeof source !== 'string') return source;
  try {
    const response = await fetch(source);
    return response.ok ? new Uint8Array(await response.arrayBuffer()) : source;
  } catch {
    return source;
  }
}
