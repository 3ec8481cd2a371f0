// Counts network requests of this page, so that everybody can see that the text goes nowhere.

/** Counts resource requests from the moment `begin` is called. */
export class NetworkCount {
  count = 0;
  #since = Infinity;
  readonly #observer: PerformanceObserver | undefined;

  constructor(changed: () => void) {
    if (typeof PerformanceObserver === 'undefined') return;
    this.#observer = new PerformanceObserver((list) => {
      const fresh = list.getEntries().filter((entry) => entry.startTime > this.#since && isNetwork(entry.name)).length;
      if (fresh === 0) return;
      this.count += fresh;
      changed();
    });
    this.#observer.observe({ type: 'resource', buffered: true });
  }

  /** Whether counting has begun. */
  get counting(): boolean {
    return this.#since !== Infinity;
  }

  begin(): void {
    if (!this.counting) this.#since = performance.now();
  }
}

/** `blob:` and `data:` addresses never leave the browser. */
function isNetwork(url: string): boolean {
  return /^(https?|wss?):/.test(url);
}
