// What a view asked last, and the answer: asked again when the question or who answers changes; the newest wins.
import type { ReactiveController, ReactiveControllerHost } from 'lit';
import { type GangmuError, toGangmuError } from '../engine/error.js';

/** Milliseconds of rest before a question that is being typed is asked. */
const REST = 150;

/** A question of a view and its answer. */
export class Answered<T> implements ReactiveController {
  /** The answer; the last one while the next is awaited. */
  value: T | null = null;
  /** Why there is none. */
  error: GangmuError | null = null;
  /** Whether an answer is awaited. */
  pending = false;
  readonly #host: ReactiveControllerHost;
  #key: readonly unknown[] = [];
  /** The question that is awaited; a late answer to another is nobody's. Questions are short: none is cancelled in the worker. */
  #asked: (() => Promise<T>) | undefined;
  #timer: ReturnType<typeof setTimeout> | undefined;

  constructor(host: ReactiveControllerHost) {
    this.#host = host;
    host.addController(this);
  }

  hostDisconnected(): void {
    this.#drop();
    this.#key = [];
  }

  /**
   * Call it in `willUpdate`: asks if any part of `key` is another than before. `question` null takes the answer away. A `typed` change
   * waits for the keys to rest.
   */
  update(key: readonly unknown[], question: (() => Promise<T>) | null, typed = false): void {
    if (key.length === this.#key.length && key.every((part, i) => part === this.#key[i])) return;
    this.#key = key;
    this.#drop();
    if (question === null) {
      this.value = null;
      this.error = null;
      return;
    }
    this.#asked = question;
    this.pending = true;
    this.#timer = setTimeout(() => void this.#run(question), typed ? REST : 0);
  }

  async #run(question: () => Promise<T>): Promise<void> {
    try {
      const value = await question();
      if (question === this.#asked) Object.assign(this, { value, error: null, pending: false });
    } catch (thrown) {
      if (question === this.#asked) Object.assign(this, { value: null, error: toGangmuError(thrown), pending: false });
    }
    if (question === this.#asked) this.#host.requestUpdate();
  }

  #drop(): void {
    clearTimeout(this.#timer);
    this.#asked = undefined;
    this.pending = false;
  }
}
