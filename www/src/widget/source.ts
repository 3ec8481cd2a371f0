// Where the widget's text comes from: an article of the page, a file, its own property, or what stands inside it.
import { decodeText } from '../engine/encoding.js';
import { GangmuError } from '../engine/error.js';
import { Article } from './article.js';

/** What a widget says about its text. */
export interface SourceOf {
  for: string;
  src: string;
  text: string;
}

/** A text, with the place on the page it stands at where there is one. */
export interface Source {
  text: string;
  article: Article | undefined;
}

/** Rejects with `source-missing` or `source-unreachable`. */
export async function readSource(widget: HTMLElement & SourceOf, signal: AbortSignal): Promise<Source> {
  if (widget.for !== '') return ofArticle(widget);
  if (widget.src !== '') return { text: await fetched(widget.src, signal), article: undefined };
  if (widget.text !== '') return { text: widget.text, article: undefined };
  if ((widget.textContent ?? '').trim() === '') throw new GangmuError('source-missing', 'no `for`, no `src`, no `text`, nothing inside');
  return ofInside(widget);
}

/** Whether a widget holds nothing but text, whose lines are lines then. */
export function isPlain(widget: Element): boolean {
  return widget.childElementCount === 0;
}

function ofInside(widget: Element): Source {
  const article = new Article(widget, isPlain(widget));
  return { text: article.text, article };
}

/** By id, else by CSS selector, in the tree the widget stands in. */
function ofArticle(widget: HTMLElement & SourceOf): Source {
  const root = widget.getRootNode();
  const scope = root instanceof Document || root instanceof ShadowRoot ? root : document;
  const element = scope.getElementById(widget.for) ?? selected(scope, widget.for);
  if (element === null) throw new GangmuError('source-missing', `nothing matches ${widget.for}`);
  const article = new Article(element);
  return { text: article.text, article };
}

function selected(scope: ParentNode, selector: string): Element | null {
  try {
    return scope.querySelector(selector);
  } catch {
    return null;
  }
}

async function fetched(src: string, signal: AbortSignal): Promise<string> {
  const url = new URL(src, document.baseURI);
  try {
    const response = await fetch(url, { signal });
    if (!response.ok) throw new Error(`HTTP status ${response.status}`);
    return (await decodeText(new Uint8Array(await response.arrayBuffer()))).text;
  } catch (thrown) {
    if (thrown instanceof GangmuError) throw thrown;
    throw new GangmuError('source-unreachable', `${url.href}: ${String(thrown)}`, { cause: thrown });
  }
}
