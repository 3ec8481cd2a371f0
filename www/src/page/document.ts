// The open documents and the work on each: pure state, told to whoever listens.
import type { Analyzer, Ask, Progress, Words } from '../engine/index.js';
import { GangmuError } from '../engine/error.js';
import type { Options, Report, TokenArrays } from '../engine/report.js';
import type { NamedReading } from '../model/reading.js';
import type { Selection } from '../model/selection.js';

/** Where the work on a document stands. */
export type Stage = 'reading' | 'outlined' | 'done' | 'failed';

/** An open document. */
export interface OpenDocument {
  readonly id: number;
  name: string;
  text: string;
  stage: Stage;
  report: Report | null;
  tokens: TokenArrays | null;
  progress: Progress | null;
  error: GangmuError | null;
  selection: Selection | null;
  /** Answers questions about it as it was last read. */
  ask: Ask;
  /** Read with options that are no longer wanted. */
  stale: boolean;
}

/** Documents, the one in view, and the analyzer they share. */
export class Documents {
  readonly list: OpenDocument[] = [];
  current: OpenDocument | null = null;
  /** Rises with every change. */
  version = 0;
  readonly #analyzer: Analyzer;
  readonly #changed: () => void;
  readonly #work = new Map<number, AbortController>();
  #others: readonly NamedReading[] = [];
  #options: Partial<Options> = {};
  /** The user's words, for every document. */
  words: Words = {};
  #nextId = 1;

  constructor(analyzer: Analyzer, changed: () => void) {
    this.#analyzer = analyzer;
    this.#changed = () => {
      this.version += 1;
      changed();
    };
  }

  /** What was read beside the one in view; the same array until something in it changes. */
  get others(): readonly NamedReading[] {
    const others = this.list.flatMap(({ name, text, report, tokens }, i) =>
      report !== null && this.list[i] !== this.current ? [{ name, text, report, tokens }] : [],
    );
    const same = others.length === this.#others.length && others.every(({ name, report }, i) => this.#others[i]?.report === report && this.#others[i].name === name);
    return same ? this.#others : (this.#others = others);
  }

  /** Reads everything again with other words of the user's, once they are accepted: rejects with the line that is wrong. */
  async setWords(words: Words): Promise<void> {
    await this.#analyzer.analyze('', { words });
    this.words = words;
    this.#readAll();
  }

  /** Reads everything again with other options. */
  setOptions(options: Partial<Options>): void {
    this.#options = { ...this.#options, ...options };
    this.#readAll();
  }

  /** The one in view now, those in the background when they are shown. */
  #readAll(): void {
    for (const document of this.list) document.stale = true;
    if (this.current) void this.read(this.current);
  }

  /** Opens a text in a tab of its own and reads it; one already open is only shown. */
  open(name: string, text: string): OpenDocument {
    const known = this.list.find((d) => d.name === name && d.text === text);
    if (known) {
      this.show(known);
      return known;
    }
    const document: OpenDocument = {
      id: this.#nextId++, name, text, stage: 'reading', report: null, tokens: null, progress: null, error: null, selection: null, stale: false,
      ask: this.#askOf(text),
    };
    this.list.push(document);
    this.current = document;
    void this.read(document);
    return document;
  }

  show(document: OpenDocument | null): void {
    this.current = document;
    if (document?.stale === true) void this.read(document);
    else this.#changed();
  }

  close(document: OpenDocument): void {
    this.stop(document);
    const at = this.list.indexOf(document);
    this.list.splice(at, 1);
    if (this.current === document) this.current = this.list[at] ?? this.list[at - 1] ?? null;
    this.#changed();
  }

  /** Ends the work on a document; what was found so far stays. */
  stop(document: OpenDocument): void {
    this.#work.get(document.id)?.abort();
  }

  /** Replaces the text, as while editing, and reads it again; the old report stays until the new one is there. */
  edit(document: OpenDocument, text: string): void {
    document.text = text;
    document.report = null;
    document.tokens = null;
    document.selection = null;
    void this.read(document);
  }

  async read(document: OpenDocument): Promise<void> {
    this.#work.get(document.id)?.abort();
    const work = new AbortController();
    this.#work.set(document.id, work);
    const isCurrent = () => this.#work.get(document.id) === work;
    Object.assign(document, { stage: 'reading', error: null, progress: null, stale: false, ask: this.#askOf(document.text) });
    this.#changed();
    try {
      const result = await this.#analyzer.analyze(document.text, {
        signal: work.signal,
        options: this.#options,
        words: this.words,
        onProgress: (progress) => this.#update(isCurrent(), document, { progress }),
        onOutline: (report) => this.#update(isCurrent(), document, { report, stage: 'outlined' }),
      });
      const { report, tokens, dictionaryError } = result;
      this.#update(isCurrent(), document, { report, tokens, error: dictionaryError, stage: 'done', progress: null });
    } catch (thrown) {
      const error = thrown instanceof GangmuError ? thrown : new GangmuError('unknown', String(thrown));
      this.#update(isCurrent(), document, { error, stage: 'failed', progress: null });
    } finally {
      if (isCurrent()) this.#work.delete(document.id);
    }
  }

  #askOf(text: string): Ask {
    const [options, words] = [this.#options, this.words];
    return (question, needs, signal) => this.#analyzer.ask(text, question, needs, { options, words, ...(signal && { signal }) });
  }

  #update(wanted: boolean, document: OpenDocument, change: Partial<OpenDocument>): void {
    if (!wanted) return;
    Object.assign(document, change);
    this.#changed();
  }
}
