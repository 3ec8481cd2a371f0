// The views beyond outline and words: most pages show none of them, so they are a script of their own.
import { VIEWS } from './views.js';

const MORE = [...new Set(Object.values(VIEWS).map(({ tag }) => tag))].filter((tag) => tag !== 'gangmu-outline' && tag !== 'gangmu-terms');

let more: Promise<unknown> | undefined;

/** Registers all views. What stands on the page by then becomes alive by itself. */
export function loadMore(): void {
  // Could it not be loaded, the next wish tries again.
  more ??= import('../elements/index.js').catch((error: unknown) => {
    more = undefined;
    console.warn(error);
  });
}

/** Registers all views if one of these names needs it. */
export function loadFor(tags: readonly string[]): void {
  if (tags.some((tag) => MORE.includes(tag as (typeof MORE)[number]))) loadMore();
}

/** Registers all views as soon as one stands on the page by itself, outside a widget. */
export function loadWhenSeen(): void {
  const selector = MORE.join(',');
  const holds = (node: Node) => node instanceof Element && (node.matches(selector) || node.querySelector(selector) !== null);
  const observer = new MutationObserver((records) => {
    if (!records.some(({ addedNodes }) => [...addedNodes].some(holds))) return;
    observer.disconnect();
    loadMore();
  });
  if (holds(document.documentElement)) loadMore();
  else observer.observe(document, { childList: true, subtree: true });
}
