// All elements of a page share one worker and one dictionary; the last to leave ends it.
import type { Analyzer } from '../engine/analyzer.js';
import type { AnalyzerInit } from '../engine/create.js';
import { GangmuError } from '../engine/error.js';

/** Re-renders remove and re-add elements at once: the worker waits this many milliseconds for one to come back. */
const LINGER = 2000;

/** An analyzer lent to one element, and how to give it back. */
export interface Loan {
  analyzer: Analyzer;
  release: () => void;
}

interface Shared {
  analyzer: Analyzer;
  users: number;
  timer: ReturnType<typeof setTimeout> | undefined;
}

const shared = new Map<string, Shared>();

/** Addresses a strict host may set; `full` is the larger dictionary, wherever it is. */
export interface Addresses {
  worker?: string;
  wasm?: string;
  dictionary?: string | null;
  full?: boolean;
}

type Create = (init: AnalyzerInit) => Analyzer;
let lender: { create: Create; full: string | undefined } | undefined;

/** Says how analyzers are made: the script with everything inside makes them another way, and has no full dictionary. */
export function lendFrom(create: Create, full?: string): void {
  lender ??= { create, full };
}

/** An analyzer for these addresses; the same addresses, the same analyzer. */
export function borrowAnalyzer(addresses: Addresses): Loan {
  const key = JSON.stringify(addresses);
  const own = shared.get(key) ?? { analyzer: make(addresses), users: 0, timer: undefined };
  shared.set(key, own);
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

function make({ full, ...init }: Addresses): Analyzer {
  if (lender === undefined) throw new GangmuError('unknown', 'no script has said how analyzers are made');
  return lender.create(full === true && lender.full !== undefined ? { dictionary: lender.full, ...init } : init);
}
