// What the analyzer begins with, kept in the browser as it is used: decompressed and in one piece, it is read in a few milliseconds
// where fetching and decompressing take many. In: addresses and digests. Out: parts, kept or asked for.
//
// The piece has its digests for an address: another version is another piece, and takes this one's place. Bytes kept are
// taken on trust, and what was read with them is held back until their digests are known (`isSound`). Where nothing may be kept
// (private windows, no room left, pages without TLS) everything is fetched, as the first time.

const CACHE = 'gangmu:parts';

/** How many bytes each part has, in the order of the digests. */
const LENGTHS = 'gangmu-lengths';

/** Milliseconds until the network is asked where the browser has not said what it keeps: on a first visit it takes 10 to 30. */
const PATIENCE = { returning: 200, first: 0, unknown: 10 };

/** Milliseconds after which a browser that has not said what it keeps will not say it. */
const SILENT = 5000;

/** Milliseconds after loading: people read by then. */
const LATER = 1500;

type Bytes = Uint8Array<ArrayBuffer>;

/** A part's bytes, now or soon. */
type Given = () => Bytes | ArrayBuffer | Promise<ArrayBuffer>;

/** The parts of one analyzer, by their addresses. */
export class Kept {
  readonly #digests: ReadonlyMap<string, string>;
  /** The answer that holds all of them; null where nothing is kept. */
  readonly #entry: Promise<Response | null>;
  readonly #parts: Promise<Map<string, Bytes> | null>;
  readonly #taken: [digest: string, bytes: Bytes][] = [];
  #sound = Promise.resolve(true);
  readonly #fetched = new Map<string, Given>();

  readonly #patience: number;

  /** Looks for parts at once; those without a digest are never kept. On a first visit nothing will be found. */
  constructor(urls: readonly unknown[], digests: Readonly<Record<string, string>> = {}, returning?: boolean) {
    this.#patience = PATIENCE[returning === undefined ? 'unknown' : returning ? 'returning' : 'first'];
    this.#digests = new Map(Object.entries(digests).filter(([url]) => urls.includes(url)));
    this.#entry = this.#digests.size > 0 ? Promise.race([lookUp(this.#address()), nothingAfter(SILENT)]) : Promise.resolve(null);
    this.#parts = this.#entry.then((entry) => entry && divide(entry, [...this.#digests.keys()])).catch(() => null);
  }

  /**
   * Gives a part to `take` if it is kept; else, or where that fails, asks for it with `ask`; where the browser is slow to say,
   * whichever is sooner.
   */
  async find<T>(url: string, take: (bytes: Bytes) => T | Promise<T>, ask: (signal?: AbortSignal) => Promise<T>): Promise<T> {
    const digest = this.#digests.get(url);
    if (digest === undefined) return ask();
    const aborter = new AbortController();
    const kept = this.#parts.then(async (parts) => {
      const bytes = parts?.get(url);
      if (bytes === undefined) throw new Error('not kept');
      this.#taken.push([digest, bytes]);
      try {
        const taken = await take(bytes);
        aborter.abort();
        return taken;
      } catch (thrown) {
        await this.#forget();
        throw thrown;
      }
    });
    const soon = await Promise.race([this.#entry, nothingAfter(this.#patience)]);
    // Kept parts need no network, unless they are damaged; else whichever comes first.
    const asked = soon === null ? ask(aborter.signal) : kept.catch(() => ask());
    return Promise.any([kept, asked]).catch(() => asked);
  }

  /** Whether all that was taken is what was once kept; if not, it is kept no longer. */
  isSound(): Promise<boolean> {
    const taken = this.#taken.splice(0);
    this.#sound = Promise.all([this.#sound, ...taken.map(async ([digest, bytes]) => (await digestOf(bytes)) === digest)]).then((all) => all.every(Boolean), () => false).then(async (sound) => {
      if (!sound) await this.#forget();
      return sound;
    });
    return this.#sound;
  }

  /** Whether a part is of those that are kept. */
  keeps(url: string): boolean {
    return this.#digests.has(url);
  }

  /** Notes a part that was fetched: it will be kept, if it is of those that are. */
  note(url: string, bytes: Given): void {
    if (this.keeps(url)) this.#fetched.set(url, bytes);
  }

  /** Keeps the parts in a while, if all were fetched. */
  keepLater(): void {
    if (this.#digests.size === 0 || this.#fetched.size < this.#digests.size) return;
    setTimeout(() => {
      // What cannot be kept is fetched again.
      this.#keep().catch(() => undefined);
    }, LATER);
  }

  /** In place of another version. */
  async #keep(): Promise<void> {
    const parts: (Bytes | ArrayBuffer)[] = [];
    for (const [url, digest] of this.#digests) {
      const bytes = await this.#fetched.get(url)?.();
      if (bytes === undefined || (await digestOf(bytes)) !== digest) return;
      parts.push(bytes);
    }
    this.#fetched.clear();
    const cache = await caches.open(CACHE);
    await Promise.all((await cache.keys()).map((other) => cache.delete(other)));
    const headers = { [LENGTHS]: parts.map((part) => part.byteLength).join() };
    await cache.put(this.#address(), new Response(new Blob(parts), { headers }));
  }

  async #forget(): Promise<void> {
    try {
      await caches.delete(CACHE);
    } catch {
      // Then nothing was kept.
    }
  }

  /** Nothing is ever fetched from there: what is kept has to have an address. */
  #address(): string {
    return `https://gangmu.invalid/${[...this.#digests.values()].join('/')}`;
  }
}

function nothingAfter(milliseconds: number): Promise<null> {
  return new Promise((resolve) => {
    setTimeout(resolve, milliseconds, null);
  });
}

async function lookUp(address: string): Promise<Response | null> {
  try {
    return (await caches.match(address, { cacheName: CACHE })) ?? null;
  } catch {
    return null;
  }
}

/** The parts by their addresses; null where the piece is not as long as it should be. */
async function divide(entry: Response, urls: string[]): Promise<Map<string, Bytes> | null> {
  const lengths = (entry.headers.get(LENGTHS) ?? '').split(',').map(Number);
  const piece = await entry.arrayBuffer();
  if (lengths.length !== urls.length || lengths.reduce((sum, length) => sum + length, 0) !== piece.byteLength) return null;
  let at = 0;
  return new Map(urls.map((url, i) => {
    const bytes = new Uint8Array(piece, at, lengths[i]);
    at += bytes.length;
    return [url, bytes];
  }));
}

async function digestOf(bytes: Bytes | ArrayBuffer): Promise<string> {
  const digest = new Uint8Array(await crypto.subtle.digest('SHA-256', bytes));
  return Array.from(digest, (byte) => byte.toString(16).padStart(2, '0')).join('');
}
