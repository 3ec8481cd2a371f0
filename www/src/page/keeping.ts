// The user's choice to keep documents on this device, and doing so: off until asked for.
import { type ErrorCode, toGangmuError } from '../engine/error.js';
import type { Documents } from './document.js';
import { Keeper } from './keep.js';
import { load, save } from './settings.js';

/** Milliseconds between a change and its way to the disk. */
const REST = 600;

/** Keeps what is open, where the user wants it. */
export class Keeping {
  /** Whether documents are kept. */
  on = load('keep') === 'on';
  readonly #documents: Documents;
  readonly #failed: (code: ErrorCode) => void;
  readonly #keeper = new Keeper();
  /** Nothing is written before what was kept is open again, lest it be taken for closed. */
  #ready = !this.on;
  #timer: ReturnType<typeof setTimeout> | undefined;

  constructor(documents: Documents, failed: (code: ErrorCode) => void) {
    this.#documents = documents;
    this.#failed = failed;
  }

  /** Opens what was kept. */
  async restore(): Promise<void> {
    if (!this.on) return;
    try {
      const kept = await this.#keeper.load();
      for (const { key, name, text, edited } of kept) this.#documents.add(key, name, text).edited = edited;
      this.#ready = true;
      const first = this.#documents.list[0];
      if (this.#documents.current === null && first) this.#documents.show(first);
    } catch (thrown) {
      this.#fail(thrown);
    }
  }

  /** The user changes his mind. What was kept is deleted when it shall be no longer. */
  set(on: boolean): void {
    this.on = on;
    save('keep', on ? 'on' : 'off');
    this.#ready = true;
    if (on) this.saveNow();
    else void this.clear();
  }

  /** Writes what has changed, soon. */
  save(): void {
    if (!this.on || !this.#ready) return;
    this.#timer ??= setTimeout(() => this.saveNow(), REST);
  }

  /** Writes what has changed. */
  saveNow(): void {
    this.#rest();
    if (!this.on || !this.#ready) return;
    const kept = this.#documents.list.map(({ key, name, text, edited }, order) => ({ key, name, text, edited, order }));
    this.#keeper.save(kept).catch((thrown: unknown) => this.#fail(thrown));
  }

  /** Leaves nothing behind. */
  async clear(): Promise<void> {
    this.#rest();
    await this.#keeper.clear().catch((thrown: unknown) => this.#fail(thrown));
  }

  #rest(): void {
    clearTimeout(this.#timer);
    this.#timer = undefined;
  }

  #fail(thrown: unknown): void {
    this.#failed(toGangmuError(thrown, 'storage-failed').code);
  }
}
