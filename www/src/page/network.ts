// Counts network requests of this page and its worker, so that everybody can see that the text goes nowhere.
import { fromCache, REQUESTS } from '../engine/requests.js';

/** Counts requests from the moment `begin` is called. */
export class NetworkCount {
  /** Their addresses, in the order they were answered. */
  readonly asked: string[] = [];
  #since = Infinity;
  readonly #changed: () => void;

  constructor(changed: () => void) {
    this.#changed = changed;
    new PerformanceObserver((list) => {
      this.#add(list.getEntries().filter((entry) => entry.startTime > this.#since && !fromCache(entry)).map(({ name }) => name));
    }).observe({ type: 'resource', buffered: true });
    addEventListener(REQUESTS, (event) => {
      if (this.counting) this.#add((event as CustomEvent<string[]>).detail);
    });
  }

  /** How many there were. */
  get count(): number {
    return this.asked.length;
  }

  /** Whether counting has begun. */
  get counting(): boolean {
    return this.#since !== Infinity;
  }

  begin(): void {
    if (!this.counting) this.#since = performance.now();
  }

  #add(fresh: readonly string[]): void {
    if (fresh.length === 0) return;
    this.asked.push(...fresh);
    this.#changed();
  }
}
