// Working without a network: the service worker keeps one whole version of the page (see service-worker.ts).
import { ASSETS } from '../engine/assets.js';

/** Registers it where there can be one. Resolves once everything for offline work is here, or cannot be. */
export async function prepareOffline(onUpdate: () => void): Promise<void> {
  if (!import.meta.env.PROD) return;
  try {
    if (!('serviceWorker' in navigator)) throw new Error('no service workers');
    const registration = await navigator.serviceWorker.register(new URL('sw.js', document.baseURI));
    // A version that comes while this page is open waits until all of its windows are closed.
    const watch = (worker: ServiceWorker | null) => {
      worker?.addEventListener('statechange', () => {
        if (worker.state === 'installed' && registration.active) onUpdate();
      });
    };
    if (registration.waiting) onUpdate();
    watch(registration.installing);
    registration.addEventListener('updatefound', () => watch(registration.installing));
    await settled(registration.installing);
  } catch {
    // Forbidden, as in some private windows: the page works, with a network. What is wanted later is fetched now, so that
    // nothing has to be once a text is open; where the host lets nothing be kept, it will be fetched again, and counted.
    const later = [ASSETS.wasm, ASSETS.rstModel].filter((part) => typeof part === 'string');
    await Promise.all(later.map((url) => fetch(url).then((answer) => answer.arrayBuffer()).catch(() => undefined)));
  }
}

function settled(worker: ServiceWorker | null): Promise<void> {
  if (worker === null) return Promise.resolve();
  return new Promise((resolve) => {
    worker.addEventListener('statechange', () => {
      if (worker.state !== 'installing') resolve();
    });
  });
}
