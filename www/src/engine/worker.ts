// The worker: takes requests, answers each by its id. Loading starts with `open`.
import { Core } from './core.js';
import { GangmuError, isTrap, toGangmuError, toWire } from './error.js';
import type { Reply, Request } from './protocol.js';
import { fromCache } from './requests.js';
import type { Analysis, Analyzer as WasmAnalyzer } from './wasm/gangmu.js';

let core: Core | undefined;
const cancelled = new Set<number>();

function post(reply: Reply, transfer: Transferable[] = []): void {
  self.postMessage(reply, { transfer });
}

type Work = Extract<Request, { kind: 'analyze' | 'ask' }>;

async function perform(core: Core, request: Work): Promise<void> {
  const { id, text, setup } = request;
  const check = () => {
    if (cancelled.has(id)) throw new GangmuError('aborted', 'the analysis was cancelled');
  };
  if (request.kind === 'ask') {
    post({ kind: 'answered', id, answer: await core.ask(text, setup, request.question, check) });
    return;
  }
  const give = (report: string) => post({ kind: 'part', id, report });
  /** Posts a report while it is written, unless it is to be held back; of what the client holds, only what is new. */
  const write = (analysis: Analysis, held: boolean, whole: WasmAnalyzer | null): string[] => {
    const parts: string[] = [];
    if (whole === null) {
      analysis.reportParts(held ? (part) => parts.push(part) : give);
      return parts;
    }
    const shared = whole.reportAgain(analysis, id, request.base, give);
    // The client puts it together while tokens are counted here.
    if (shared !== null) post({ kind: 'shared', id, shared });
    return parts;
  };
  const onOutline = request.wantsOutline ? () => post({ kind: 'outline', id }) : undefined;
  const { report, tokens, dictionaryError, rstError } = await core.analyze(text, setup, check, write, onOutline);
  report.forEach(give);
  const transfer = tokens.starts.length > 0 ? [tokens.starts.buffer, tokens.ends.buffer, tokens.terms.buffer] : [];
  post({ kind: 'done', id, tokens, dictionaryError: dictionaryError && toWire(dictionaryError), rstError: rstError && toWire(rstError) }, transfer);
}

async function handle(request: Work): Promise<void> {
  try {
    if (core === undefined) throw new Error(`${request.kind} before open`);
    await perform(core, request);
  } catch (thrown) {
    // A trap leaves wasm memory in an unknown state: the client replaces this worker.
    const trapped = isTrap(thrown);
    const error = toGangmuError(thrown, trapped ? 'engine-crashed' : 'unknown');
    const loading = error.code.startsWith('wasm-');
    post({ kind: 'failed', id: request.id, error: toWire(error), fatal: trapped || loading });
  } finally {
    cancelled.delete(request.id);
  }
}

// A page's own record of requests does not hold those of its workers: whoever counts is told.
new PerformanceObserver((list) => {
  const urls = list.getEntries().filter((entry) => !fromCache(entry)).map((entry) => entry.name);
  if (urls.length > 0) post({ kind: 'requests', urls });
}).observe({ type: 'resource' });

self.addEventListener('message', (event: MessageEvent<Request>) => {
  const request = event.data;
  if (request.kind === 'open') {
    core = new Core(request.assets, (progress) => post({ kind: 'progress', progress }));
  } else if (request.kind === 'cancel') {
    // An answer at once tells the client that this worker is only waiting, not at work.
    cancelled.add(request.id);
    post({ kind: 'cancelled', id: request.id });
  } else {
    void handle(request);
  }
});
