// The analyzer in a worker. Requests wait in a map by id; a worker that crashed, trapped or was
// cancelled is replaced, and requests that were not to blame are sent again.
import type { again } from './again.js';
import type { AnalyzeInit, Analyzer, Assets, CallInit, Result, Setup } from './analyzer.js';
import { fromWire, GangmuError } from './error.js';
import { EDITED, type Reply, type Request } from './protocol.js';
import { add, type Report } from './report.js';
import { REQUESTS } from './requests.js';
import type { Answer, Asked, Needs, Question } from './questions.js';

/** The part of `Worker` used here; tests bring their own. */
export interface WorkerLike {
  postMessage(message: Request): void;
  terminate(): void;
  addEventListener(type: 'message', listener: (event: MessageEvent<Reply>) => void): void;
  addEventListener(type: 'error' | 'messageerror', listener: (event: Event) => void): void;
}

/** Milliseconds a worker has to say that it is not at the cancelled request. */
const CANCEL_GRACE = 250;

interface Pending {
  /** What to send, and to send again to a fresh worker. */
  request: (id: number) => Request;
  init: AnalyzeInit;
  outlined: boolean;
  /** The parts of a report that have come. */
  parts: Partial<Report>;
  /** The report before, of which they may lack what has stayed. */
  base?: Report | undefined;
  /** Takes the result of an analysis or an answer. */
  resolve: (value: unknown) => void;
  reject: (error: GangmuError) => void;
  unlisten: () => void;
}

/** An analyzer whose work is done in a worker made on first use. */
export class WorkerAnalyzer implements Analyzer {
  readonly #assets: () => Assets;
  readonly #spawn: () => WorkerLike;
  #opened: Assets | undefined;
  readonly #pending = new Map<number, Pending>();
  #worker: WorkerLike | undefined;
  readonly #cancelling = new Map<number, ReturnType<typeof setTimeout>>();
  /** The last report and the request it answered, as long as somebody else has use for it. */
  #given: { id: number; report: WeakRef<Report> } | undefined;
  /** Puts reports of edited texts together; comes with a second text that is long enough for it. */
  #again: typeof again | undefined;
  #nextId = 1;
  #disposed = false;

  constructor(assets: () => Assets, spawn: () => WorkerLike) {
    this.#assets = assets;
    this.#spawn = spawn;
  }

  analyze(text: string, init: AnalyzeInit = {}): Promise<Result> {
    const setup = setupOf(init);
    const given = this.#given;
    if (given !== undefined && text.length > EDITED && this.#again === undefined) void import('./again.js').then((module) => (this.#again = module.again), () => undefined);
    return this.#call(init, (id) => {
      const pending = this.#pending.get(id);
      const wantsOutline = init.onOutline !== undefined && pending?.outlined === false;
      const base = this.#again && given?.report.deref();
      if (pending !== undefined) pending.base = base;
      return { kind: 'analyze', id, text, setup, wantsOutline, ...(base && given && { base: given.id }) };
    }) as Promise<Result>;
  }

  ask<K extends Asked>(text: string, question: K, needs: Needs<K>, init: CallInit = {}): Promise<Answer<K>> {
    // The compiler cannot tell that a name and what it needs belong together.
    const asked = { ...needs, kind: question } as unknown as Question;
    const setup = setupOf(init);
    return this.#call(init, (id) => ({ kind: 'ask', id, text, setup, question: asked })) as Promise<Answer<K>>;
  }

  dispose(): void {
    this.#disposed = true;
    this.#drop();
    for (const id of [...this.#pending.keys()]) this.#fail(id, new GangmuError('disposed', 'the analyzer was disposed of'));
  }

  #call(init: AnalyzeInit, request: (id: number) => Request): Promise<unknown> {
    return new Promise((resolve, reject) => {
      if (this.#disposed) return reject(new GangmuError('disposed', 'the analyzer was disposed of'));
      if (init.signal?.aborted === true) return reject(aborted());
      const id = this.#nextId++;
      const cancel = () => this.#cancel(id);
      init.signal?.addEventListener('abort', cancel, { once: true });
      const unlisten = () => init.signal?.removeEventListener('abort', cancel);
      this.#pending.set(id, { request, init, outlined: false, parts: {}, resolve, reject, unlisten });
      this.#send(id);
    });
  }

  #send(id: number): void {
    const pending = this.#pending.get(id);
    if (pending === undefined) return;
    try {
      this.#worker ??= this.#open();
    } catch (thrown) {
      this.#fail(id, new GangmuError('worker-failed', String(thrown), { cause: thrown }));
      return;
    }
    this.#worker.postMessage(pending.request(id));
  }

  #open(): WorkerLike {
    const assets = (this.#opened ??= this.#assets());
    const worker = this.#spawn();
    // A late message of a worker already replaced is nobody's.
    worker.addEventListener('message', (event) => {
      if (worker === this.#worker) this.#receive(event.data);
    });
    worker.addEventListener('error', (event) => {
      event.preventDefault();
      if (worker === this.#worker) this.#crash(event);
    });
    worker.addEventListener('messageerror', (event) => {
      if (worker === this.#worker) this.#crash(event);
    });
    worker.postMessage({ kind: 'open', assets });
    return worker;
  }

  #receive(reply: Reply): void {
    if (reply.kind === 'requests') {
      globalThis.dispatchEvent(new CustomEvent(REQUESTS, { detail: reply.urls }));
      return;
    }
    if (reply.kind === 'progress') {
      for (const { init } of this.#pending.values()) init.onProgress?.(reply.progress);
      return;
    }
    // Any word about a cancelled request shows that the worker is free.
    clearTimeout(this.#cancelling.get(reply.id));
    this.#cancelling.delete(reply.id);
    const pending = this.#pending.get(reply.id);
    if (pending === undefined) return;
    switch (reply.kind) {
      case 'part':
        add(pending.parts, reply.report);
        break;
      case 'shared':
        if (pending.base && this.#again) pending.parts = this.#again(pending.base, pending.parts as Report, reply.shared);
        break;
      case 'outline':
        pending.outlined = true;
        pending.init.onOutline?.(this.#report(pending));
        break;
      case 'done': {
        const { tokens, dictionaryError, rstError } = reply;
        // Every later analysis would lack its terms too: a fresh worker tries the dictionary again.
        const retry = dictionaryError !== null && this.#opened?.dictionary !== null;
        const errors = { dictionaryError: dictionaryError && fromWire(dictionaryError), rstError: rstError && fromWire(rstError) };
        const report = this.#report(pending);
        this.#given = { id: reply.id, report: new WeakRef(report) };
        this.#settle(reply.id)?.resolve({ report, tokens, ...errors });
        if (retry && this.#pending.size === 0) this.#drop();
        break;
      }
      case 'answered':
        this.#settle(reply.id)?.resolve(reply.answer);
        break;
      case 'cancelled':
        break;
      case 'failed':
        this.#fail(reply.id, fromWire(reply.error));
        if (reply.fatal) this.#replace();
        break;
    }
  }

  /** The report whose last part has come. */
  #report(pending: Pending): Report {
    const { parts } = pending;
    pending.parts = {};
    return parts as Report;
  }

  /** The worker itself broke: whichever request it was at cannot be known, so none is tried twice. */
  #crash(event: Event): void {
    const message = 'message' in event && typeof event.message === 'string' && event.message !== '' ? event.message : 'the worker could not be loaded';
    this.#drop();
    for (const id of [...this.#pending.keys()]) this.#fail(id, new GangmuError('worker-failed', message));
  }

  #cancel(id: number): void {
    if (!this.#pending.has(id)) return;
    this.#fail(id, aborted());
    // Wasm cannot be interrupted: a worker that does not answer at once is at work and is replaced.
    const worker = this.#worker;
    worker?.postMessage({ kind: 'cancel', id });
    const timer = setTimeout(() => {
      this.#cancelling.delete(id);
      if (worker === this.#worker && worker !== undefined) this.#replace();
    }, CANCEL_GRACE);
    this.#cancelling.set(id, timer);
  }

  #replace(): void {
    this.#drop();
    for (const [id, pending] of this.#pending) {
      pending.parts = {};
      this.#send(id);
    }
  }

  #drop(): void {
    for (const timer of this.#cancelling.values()) clearTimeout(timer);
    this.#cancelling.clear();
    this.#worker?.terminate();
    this.#worker = undefined;
  }

  #settle(id: number): Pending | undefined {
    const pending = this.#pending.get(id);
    this.#pending.delete(id);
    pending?.unlisten();
    return pending;
  }

  #fail(id: number, error: GangmuError): void {
    this.#settle(id)?.reject(error);
  }
}

/** What crosses to the worker: no callbacks, no signal. */
function setupOf({ options, words, compareWith }: CallInit): Setup {
  return { ...(options && { options }), ...(words && { words }), ...(compareWith !== undefined && { compareWith }) };
}

function aborted(): GangmuError {
  return new GangmuError('aborted', 'the analysis was cancelled');
}
