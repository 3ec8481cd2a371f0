// Prints markup of ours on its own, whatever page we stand in.
import type { Markup } from './markup.js';

/** Prints one page: a frame of its own, gone when it is done. The style sheet is adopted, so that strict sites allow it. */
export function printMarkup(title: string, body: Markup, style: string): void {
  const frame = document.createElement('iframe');
  frame.setAttribute('aria-hidden', 'true');
  frame.tabIndex = -1;
  frame.style.cssText = 'position:fixed;inset-inline-end:0;bottom:0;width:0;height:0;border:0;visibility:hidden';
  document.body.append(frame);
  const inner = frame.contentWindow;
  const page = frame.contentDocument;
  if (inner === null || page === null) return;
  const parsed = new DOMParser().parseFromString(body.source, 'text/html');
  page.title = title;
  page.body.append(...[...parsed.body.childNodes].map((node) => page.importNode(node, true)));
  const sheet = new (inner as Window & typeof globalThis).CSSStyleSheet();
  sheet.replaceSync(style);
  page.adoptedStyleSheets = [sheet];
  inner.addEventListener('afterprint', () => frame.remove());
  inner.focus();
  inner.print();
}
