// The open documents and the work on each: pure state, told to whoever listens.
import type { Analyzer, Ask, Progress, Words } from '../engine/index.js';
import { GangmuError } from '../engine/error.js';
import type { Options, Report, TokenArrays } from '../engine/report.js';
import { callIt } from '../model/names.js';
import type { NamedReading } from '../model/reading.js';
import type { Selection } from '../model/selection.js';

/** Where the work on a document stands. */
export type Stage = 'waiting' | 'reading' | 'outlined' | 'done' | 'failed';

/** An open document. */
export interface OpenDocument {
  /** Its own for ever, also where it is kept. */
  readonly key: string;
  name: string;
  /** As it is now, typed or opened. */
  text: string;
  /** As it was when `report` was made: what the report's spans index. */
  shown: string;
  stage: Stage;
  report: Report | null;
  tokens: TokenArrays | null;
  progress: Progress | null;
  error: GangmuError | null;
  selection: Selection | null;
  /** Answers questions about it as it was last read. */
  ask: Ask;
  /** The first character in view, to come back to. */
  place: number;
  /** Changed by hand since it was opened. */
  edited: boolean;
  /** The editor's own state with its undo history; whose it is knows what it is. */
  editor: unknown;
}

/** Milliseconds of rest before a text being edited is read again: at least, and at most for a long one. */
const REST = { least: 250, most: 3000 };

/** Selections whose number is that of a word in the report. */
const WORDS: readonly Selection['kind'][] = ['term', 'phrase', 'set-phrase'];

/** Documents, the one in view, and the analyzer they share. */
export class Documents {
  readonly list: OpenDocument[] = [];
  current: OpenDocument | null = null;
  /** Rises with every change. */
  version = 0;
  /** The user's words, for every document. */
  words: Words = {};
  /** What every document is read with. */
  options: Partial<Options> = {};
  /** The last one closed and where it stood, until it is too late to want it back. */
  closed: { document: OpenDocument; at: number } | null = null;
  readonly #analyzer: Analyzer;
  readonly #changed: () => void;
  readonly #work = new Map<OpenDocument, AbortController>();
  /** Latest text of those being edited, not yet handed to the analyzer. */
  readonly #typed = new Map<OpenDocument, { text: () => string; timer: ReturnType<typeof setTimeout> }>();
  #others: readonly NamedReading[] = [];
  #rest = REST.least;

  constructor(analyzer: Analyzer, changed: () => void) {
    this.#analyzer = analyzer;
    this.#changed = () => {
      this.version += 1;
      changed();
    };
  }

  /** What was read beside the one in view; the same array until something in it changes. */
  get others(): readonly NamedReading[] {
    const others = this.list.flatMap((d) =>
      d.report !== null && d !== this.current ? [{ name: d.name, text: d.shown, report: d.report, tokens: d.tokens }] : [],
    );
    const same = others.length === this.#others.length && others.every(({ name, report }, i) => this.#others[i]?.report === report && this.#others[i].name === name);
    return same ? this.#others : (this.#others = others);
  }

  /** Opens a text in a tab of its own and reads it; one already open is only shown. */
  open(name: string, text: string): OpenDocument {
    const known = this.list.find((d) => d.name === name && d.text === text);
    const document = known ?? this.add(newKey(), name, text);
    this.show(document);
    return document;
  }

  /** Adds a tab without reading its text yet. */
  add(key: string, name: string, text: string): OpenDocument {
    const document: OpenDocument = {
      key, name, text, shown: text, stage: 'waiting', report: null, tokens: null, progress: null, error: null,
      ask: this.#askOf(text), selection: null, place: 0, edited: false, editor: null,
    };
    this.list.push(document);
    this.#changed();
    return document;
  }

  show(document: OpenDocument | null): void {
    if (this.current && this.current !== document) this.flush(this.current);
    this.current = document;
    if (document?.stage === 'waiting') void this.read(document);
    else this.#changed();
  }

  close(document: OpenDocument): void {
    this.flush(document, false);
    this.stop(document);
    const at = this.list.indexOf(document);
    this.list.splice(at, 1);
    this.closed = { document, at };
    if (this.current === document) this.show(this.list[at] ?? this.list[at - 1] ?? null);
    else this.#changed();
  }

  /** Brings back the one closed last. */
  reopen(): void {
    if (this.closed === null) return;
    const { document, at } = this.closed;
    this.closed = null;
    if (document.stage !== 'done') document.stage = 'waiting';
    this.list.splice(at, 0, document);
    this.show(document);
  }

  /** What was closed is not wanted back. */
  forget(): void {
    this.closed = null;
    this.#changed();
  }

  /** An error was seen. */
  dismiss(document: OpenDocument): void {
    document.error = null;
    document.stage = 'done';
    this.#changed();
  }

  /** Closes everything and forgets it. */
  clear(): void {
    for (const document of this.list.splice(0)) {
      clearTimeout(this.#typed.get(document)?.timer);
      this.#typed.delete(document);
      this.stop(document);
    }
    this.closed = null;
    this.show(null);
  }

  /** Ends the work on a document; what was found so far stays. */
  stop(document: OpenDocument): void {
    this.#work.get(document)?.abort();
  }

  /** Takes what is being typed. The text is asked for, and read again, after a moment's rest. */
  type(document: OpenDocument, text: () => string): void {
    clearTimeout(this.#typed.get(document)?.timer);
    document.edited = true;
    const timer = setTimeout(() => this.flush(document), this.#rest);
    this.#typed.set(document, { text, timer });
  }

  /** Takes over what was typed at once. */
  flush(document: OpenDocument, read = true): void {
    const typed = this.#typed.get(document);
    if (typed === undefined) return;
    clearTimeout(typed.timer);
    this.#typed.delete(document);
    const text = typed.text();
    if (text === document.text) return;
    document.text = text;
    this.#changed();
    // Work going on is not cut short: its worker would have to load everything anew. It reads on when it is done.
    if (read && !this.#work.has(document)) void this.read(document);
    else if (!read) document.stage = 'waiting';
  }

  /** Reads everything again with other words of the user's, once they are accepted: rejects with the line that is wrong. */
  async setWords(words: Words): Promise<void> {
    await this.#analyzer.analyze('', { words });
    this.words = words;
    this.#readAll();
  }

  /** Reads everything again with other options, and gives all back. */
  setOptions(options: Partial<Options>): Partial<Options> {
    this.options = { ...this.options, ...options };
    this.#readAll();
    return this.options;
  }

  /** The one in view now, those in the background when they are shown. */
  #readAll(): void {
    for (const document of this.list) {
      document.stage = 'waiting';
      // Numbers of words may name others then.
      if (document.selection !== null && WORDS.includes(document.selection.kind)) document.selection = null;
    }
    if (this.current) void this.read(this.current);
  }

  /** Reads a text; the old report stays until the new one is there. */
  async read(document: OpenDocument): Promise<void> {
    this.#work.get(document)?.abort();
    const work = new AbortController();
    this.#work.set(document, work);
    const update = (change: Partial<OpenDocument>) => {
      if (this.#work.get(document) !== work) return;
      Object.assign(document, change);
      this.#changed();
    };
    update({ stage: 'reading', error: null, progress: null });
    const { text } = document;
    const ask = this.#askOf(text);
    const began = performance.now();
    try {
      const { report, tokens, dictionaryError } = await this.#analyzer.analyze(text, {
        signal: work.signal,
        options: this.options,
        words: this.words,
        onProgress: (progress) => update({ progress }),
        onOutline: (report) => update({ ...fresh(document, text), report: callIt(report, document.name), tokens: null, stage: 'outlined' }),
      });
      this.#rest = Math.min(REST.most, Math.max(REST.least, (performance.now() - began) * 1.5));
      update({ ...fresh(document, text), ask, report: callIt(report, document.name), tokens, error: dictionaryError, stage: 'done', progress: null });
    } catch (thrown) {
      const error = thrown instanceof GangmuError ? thrown : new GangmuError('unknown', String(thrown));
      update({ error, stage: 'failed', progress: null, ...(document.report === null ? { shown: text } : {}) });
    }
    if (this.#work.get(document) !== work) return;
    this.#work.delete(document);
    if (document.text !== text && document.error?.code !== 'aborted') void this.read(document);
  }

  #askOf(text: string): Ask {
    const { options, words } = this;
    return (question, needs, signal) => this.#analyzer.ask(text, question, needs, { options, words, ...(signal && { signal }) });
  }
}

/** What changes in a document whose report is of another text than before: numbers of a selection may name others now. */
function fresh(document: OpenDocument, text: string): Partial<OpenDocument> {
  return document.shown === text && document.report !== null ? {} : { shown: text, selection: null };
}

/** Where randomness needs a secure origin, the clock and chance have to do. */
function newKey(): string {
  return 'randomUUID' in crypto ? crypto.randomUUID() : `${Date.now().toString(36)}-${Math.random().toString(36).slice(2)}`;
}
