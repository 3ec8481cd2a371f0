// What the analyzer begins with, kept in the browser as it is used: decompressed, it is read in a few milliseconds where fetching
// and decompressing take many. In: digests by address. Out: parts of an earlier visit.
//
// Parts are kept by their digest: those of another version are other parts, and what differs from its digest is not kept.
// Where nothing may be kept (private windows, no room left, pages without TLS) everything is fetched, as the first time.

const CACHE = 'gangmu:parts';

/** Milliseconds until the network is asked where the browser has not said what it keeps: on a first visit it takes its time. */
const PATIENCE = 10;

/** Milliseconds after loading: people read by then. */
const LATER = 1500;

type Bytes = ArrayBuffer | Uint8Array<ArrayBuffer>;

/** What was found, and whether it was kept. */
export interface Found {
  answer: Response;
  kept: boolean;
}

/** The parts of one analyzer. */
export class Kept {
  readonly #digests: Readonly<Record<string, string>>;
  readonly #fetched: [digest: string, bytes: () => Bytes | Promise<Bytes>][] = [];

  constructor(digests: Readonly<Record<string, string>> = {}) {
    this.#digests = digests;
  }

  /** The part at an address, decompressed, if it is kept; else what `ask` gives. */
  async find(url: string, ask: () => Promise<Response>): Promise<Found> {
    const digest = this.#digests[url];
    if (digest === undefined) return { answer: await ask(), kept: false };
    const kept = lookUp(digest);
    const soon = await Promise.race([kept, new Promise<null>((resolve) => setTimeout(resolve, PATIENCE, null))]);
    if (soon !== null) return { answer: soon, kept: true };
    // Whichever comes first, and the other one where the network fails.
    const asked = ask().then((answer) => ({ answer, kept: false }));
    const late = kept.then((answer) => (answer === null ? asked : { answer, kept: true }));
    return Promise.race([late, asked.catch(() => late)]);
  }

  /** Notes a part that was fetched: it will be kept, if it is of those that are. */
  note(url: string, bytes: () => Bytes | Promise<Bytes>): void {
    const digest = this.#digests[url];
    if (digest !== undefined) this.#fetched.push([digest, bytes]);
  }

  /** Keeps what was noted, in a while. */
  keepLater(): void {
    if (this.#fetched.length === 0) return;
    setTimeout(() => {
      // What cannot be kept is fetched again.
      this.#keep().catch(() => undefined);
    }, LATER);
  }

  /** Forgets everything: something turned out to be damaged. */
  async forget(): Promise<void> {
    try {
      await caches.delete(CACHE);
    } catch {
      // Then nothing was kept.
    }
  }

  /** In place of the parts of other versions. */
  async #keep(): Promise<void> {
    const fetched = this.#fetched.splice(0);
    const cache = await caches.open(CACHE);
    const current = Object.values(this.#digests).map(addressOf);
    const others = (await cache.keys()).filter(({ url }) => !current.includes(url));
    await Promise.all(others.map((other) => cache.delete(other)));
    for (const [digest, given] of fetched) {
      const bytes = await given();
      if ((await digestOf(bytes)) === digest) await cache.put(addressOf(digest), new Response(bytes, { headers: { 'content-type': 'application/wasm' } }));
    }
  }
}

async function lookUp(digest: string): Promise<Response | null> {
  try {
    return (await caches.match(addressOf(digest), { cacheName: CACHE })) ?? null;
  } catch {
    return null;
  }
}

async function digestOf(bytes: Bytes): Promise<string> {
  const digest = new Uint8Array(await crypto.subtle.digest('SHA-256', bytes));
  return Array.from(digest, (byte) => byte.toString(16).padStart(2, '0')).join('');
}

/** Nothing is ever fetched from there: what is kept has to have an address. */
function addressOf(digest: string): string {
  return `https://gangmu.invalid/${digest}`;
}
