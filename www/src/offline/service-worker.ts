// The service worker: one whole version of the page, kept together.
//
// The build writes the list of files and their digests into this very script (`vite/offline.ts`). Installing fetches
// all of them and takes none whose digest differs, so a version is kept whole or not at all. A page is answered from
// the version it began with: a new one waits until every window of the old is closed, then the old is deleted.

/** Path → digest, as `integrity` has it. */
const FILES = JSON.parse('%FILES%') as Record<string, string>;
const CACHE = 'gangmu-%VERSION%';

/** What this script uses of its scope; the page's own types know no service workers. */
interface Scope {
  readonly registration: { readonly scope: string };
  addEventListener(type: 'install' | 'activate', listener: (event: { waitUntil: (work: Promise<unknown>) => void }) => void): void;
  addEventListener(type: 'fetch', listener: (event: { readonly request: Request; respondWith: (answer: Promise<Response>) => void }) => void): void;
}
const scope = self as unknown as Scope;

scope.addEventListener('install', (event) => event.waitUntil(install()));
scope.addEventListener('activate', (event) => event.waitUntil(forgetOthers()));
scope.addEventListener('fetch', (event) => {
  const path = pathOf(event.request);
  if (path !== undefined) event.respondWith(answer(path, event.request));
});

async function install(): Promise<void> {
  const cache = await caches.open(CACHE);
  try {
    // What carries its hash in its name may come from the browser's own cache: the page has just loaded much of it.
    await cache.addAll(Object.entries(FILES).map(([path, integrity]) =>
      new Request(new URL(path, scope.registration.scope), { integrity, cache: path.startsWith('assets/') ? 'default' : 'no-cache' }),
    ));
  } catch (thrown) {
    await caches.delete(CACHE);
    throw thrown;
  }
}

async function forgetOthers(): Promise<void> {
  const names = await caches.keys();
  await Promise.all(names.filter((name) => name.startsWith('gangmu-') && name !== CACHE).map((name) => caches.delete(name)));
}

/** The file a request is for, when it is one of ours. */
function pathOf(request: Request): string | undefined {
  const { scope: root } = scope.registration;
  const url = request.url.split(/[?#]/u, 1)[0] ?? '';
  if (request.method !== 'GET' || !url.startsWith(root)) return undefined;
  const path = url.slice(root.length) || 'index.html';
  return Object.hasOwn(FILES, path) ? path : undefined;
}

async function answer(path: string, request: Request): Promise<Response> {
  const cache = await caches.open(CACHE);
  return (await cache.match(new URL(path, scope.registration.scope).href, { ignoreVary: true })) ?? fetch(request);
}
