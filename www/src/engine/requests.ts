// Requests, counted: what came out of the browser's own keeping did not go over the network.

/** Event on the window: addresses a worker has asked for. */
export const REQUESTS = 'gangmu-requests';

/**
 * Whether a resource was answered without the network. Of other origins a page learns no sizes, so theirs always count.
 */
export function fromCache(entry: PerformanceEntry): boolean {
  if (!(entry instanceof PerformanceResourceTiming)) return false;
  if (!/^https?:/.test(entry.name)) return true;
  return new URL(entry.name).origin === location.origin && entry.transferSize === 0 && entry.decodedBodySize > 0;
}

/** Whether the browser has a script of this page from an earlier visit; undefined where it does not say, as of other origins. */
export function wasKept(url: string): boolean | undefined {
  // Deno and others outside browsers have no such entries.
  if (typeof PerformanceResourceTiming === 'undefined') return undefined;
  const [entry] = performance.getEntriesByName(url, 'resource');
  if (!(entry instanceof PerformanceResourceTiming) || entry.encodedBodySize === 0) return undefined;
  // It may have asked whether there is another by now: headers only.
  return entry.transferSize < entry.encodedBodySize;
}
