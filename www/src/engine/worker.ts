// The worker: takes requests, answers each by its id. Loading starts with `open`.
import { Core } from './core.js';
import { GangmuError, toGangmuError, toWire } from './error.js';
import type { Reply, Request } from './protocol.js';

let core: Core | undefined;
const cancelled = new Set<number>();

function post(reply: Reply, transfer: Transferable[] = []): void {
  self.postMessage(reply, { transfer });
}

async function analyze(request: Extract<Request, { kind: 'analyze' }>): Promise<void> {
  const { id, text, options, wantsOutline } = request;
  try {
    if (core === undefined) throw new Error('analyze before open');
    const onOutline = wantsOutline
      ? (report: Extract<Reply, { kind: 'outline' }>['report']) => post({ kind: 'outline', id, report })
      : undefined;
    const check = () => {
      if (cancelled.has(id)) throw new GangmuError('aborted', 'the analysis was cancelled');
    };
    const { report, tokens, dictionaryError } = await core.analyze(text, options, check, onOutline);
    const transfer = tokens.starts.length > 0 ? [tokens.starts.buffer, tokens.ends.buffer, tokens.terms.buffer] : [];
    post({ kind: 'done', id, report, tokens, dictionaryError: dictionaryError && toWire(dictionaryError) }, transfer);
  } catch (thrown) {
    // A trap leaves wasm memory in an unknown state: the client replaces this worker.
    const trapped = thrown instanceof WebAssembly.RuntimeError || thrown instanceof RangeError;
    const error = toGangmuError(thrown, trapped ? 'engine-crashed' : 'unknown');
    const loading = error.code.startsWith('wasm-');
    post({ kind: 'failed', id, error: toWire(error), fatal: trapped || loading });
  } finally {
    cancelled.delete(id);
  }
}

self.addEventListener('message', (event: MessageEvent<Request>) => {
  const request = event.data;
  if (request.kind === 'open') {
    core = new Core(request.assets, (progress) => post({ kind: 'progress', progress }));
  } else if (request.kind === 'cancel') {
    // An answer at once tells the client that this worker is only waiting, not at work.
    cancelled.add(request.id);
    post({ kind: 'cancelled', id: request.id });
  } else {
    void analyze(request);
  }
});
