// Counts network requests of this page and its worker, so that everybody can see that the text goes nowhere.
import { fromCache, REQUESTS } from '../engine/requests.js';

/** Counts requests from the moment `begin` is called. */
export class NetworkCount {
  count = 0;
  #since = Infinity;
  readonly #changed: () => void;

  constructor(changed: () => void) {
    this.#changed = changed;
    new PerformanceObserver((list) => {
      this.#add(list.getEntries().filter((entry) => entry.startTime > this.#since && !fromCache(entry)).length);
    }).observe({ type: 'resource', buffered: true });
    addEventListener(REQUESTS, (event) => {
      if (this.counting) this.#add((event as CustomEvent<string[]>).detail.length);
    });
  }

  /** Whether counting has begun. */
  get counting(): boolean {
    return this.#since !== Infinity;
  }

  begin(): void {
    if (!this.counting) this.#since = performance.now();
  }

  #add(fresh: number): void {
    if (fresh === 0) return;
    this.count += fresh;
    this.#changed();
  }
}
