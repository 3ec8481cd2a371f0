// Another origin: serves the pages of `pages.ts`, and what a test puts beside them.
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { PAGES, render } from './pages.js';

/** Answers of a test's own: path → bytes with their type. */
export type Extra = Map<string, { type: string; body: string | Uint8Array; headers?: Record<string, string> }>;

/** A running host. */
export interface Host {
  origin: string;
  extra: Extra;
  stop: () => Promise<void>;
}

/** Starts a host whose widget comes from `widget`. */
export async function startHost(widget: string): Promise<Host> {
  const extra: Extra = new Map();
  let origin = '';
  const server = createServer((request, response) => {
    const path = new URL(request.url ?? '/', 'http://host').pathname;
    const own = extra.get(path);
    if (own !== undefined) {
      response.writeHead(200, { 'content-type': own.type, ...own.headers }).end(own.body);
      return;
    }
    const page = PAGES[path.slice(1)];
    if (page === undefined) {
      response.writeHead(404).end();
      return;
    }
    const { html, csp } = render(page, widget, origin);
    response.writeHead(200, { 'content-type': 'text/html; charset=utf-8', ...(csp !== undefined && { 'content-security-policy': csp }) }).end(html);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  return {
    origin,
    extra,
    stop: () => new Promise((resolve) => {
      server.close(() => resolve());
      server.closeAllConnections();
    }),
  };
}
