// Sizes, watched; on a server, which draws elements that have none yet, there is nothing to watch.

/** A watcher of sizes. */
export function watchSizes(tell: ResizeObserverCallback): Pick<ResizeObserver, 'observe' | 'disconnect'> {
  return typeof ResizeObserver === 'function' ? new ResizeObserver(tell) : { observe: () => undefined, disconnect: () => undefined };
}
