// All elements of a page share one worker and one dictionary; the last to leave ends it.
import { type Analyzer, createAnalyzer } from '../engine/index.js';

/** Re-renders remove and re-add elements at once: the worker waits this many milliseconds for one to come back. */
const LINGER = 2000;

interface Shared {
  analyzer: Analyzer;
  users: number;
  timer: ReturnType<typeof setTimeout> | undefined;
}

const shared = new Map<string, Shared>();

/** Addresses a strict host may set. */
export interface Addresses {
  worker?: string;
  wasm?: string;
  dictionary?: string | null;
}

/** An analyzer for these addresses, and how to give it back. */
export function borrowAnalyzer(addresses: Addresses): { analyzer: Analyzer; release: () => void } {
  const key = JSON.stringify(addresses);
  let entry = shared.get(key);
  if (entry === undefined) {
    entry = { analyzer: createAnalyzer(addresses), users: 0, timer: undefined };
    shared.set(key, entry);
  }
  const own = entry;
  clearTimeout(own.timer);
  own.users += 1;
  const release = () => {
    own.users -= 1;
    if (own.users > 0) return;
    own.timer = setTimeout(() => {
      own.analyzer.dispose();
      shared.delete(key);
    }, LINGER);
  };
  return { analyzer: own.analyzer, release };
}
