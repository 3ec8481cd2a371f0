// Makes the worker. On a foreign page its script lies on another origin, which `new Worker` refuses;
// a Blob of one import line is of the page's own origin and may load it.

/** A module worker from any origin that allows it by CORS. */
export function spawn(url: string): Worker {
  // Deno has workers and no page: nothing is another origin there.
  const script = typeof document === 'undefined' ? new URL(url) : new URL(url, document.baseURI);
  if (typeof location === 'undefined' || script.origin === location.origin) return new Worker(script, { type: 'module', name: 'gangmu' });
  const shim = URL.createObjectURL(
    new Blob([`import ${JSON.stringify(script.href)};`], { type: 'text/javascript' }),
  );
  const worker = new Worker(shim, { type: 'module', name: 'gangmu' });
  // The worker has fetched the shim by its first message; kept till then.
  const release = () => URL.revokeObjectURL(shim);
  worker.addEventListener('message', release, { once: true });
  worker.addEventListener('error', release, { once: true });
  return worker;
}
