// What passes between a page and the frame embed.html. Every message is an object with `gangmu: 1` and a `type`;
// docs/embed.md describes it for people.
import type { Report } from '../engine/report.js';
import type { Selection } from '../model/selection.js';

/** Version of the protocol. */
export const VERSION = 1;

/** From the page to the frame. */
export type ToFrame =
  | { type: 'set-text'; text: string }
  /** An outline node by its index in the report, or nothing. */
  | { type: 'select'; node: number | null };

/** From the frame to the page. */
export type ToHost =
  | { type: 'ready' }
  | { type: 'report'; report: Report }
  | { type: 'select'; selection: Selection | null }
  | { type: 'height'; height: number }
  | { type: 'error'; code: string; message: string };

/** What a message says to the frame, or null: anything may arrive by `postMessage`. */
export function messageOf(data: unknown): ToFrame | null {
  if (typeof data !== 'object' || data === null || !('gangmu' in data) || data.gangmu !== VERSION || !('type' in data)) return null;
  if (data.type === 'set-text' && 'text' in data && typeof data.text === 'string') return { type: 'set-text', text: data.text };
  if (data.type === 'select' && 'node' in data && (data.node === null || Number.isInteger(data.node))) return { type: 'select', node: data.node as number | null };
  return null;
}

/** What the frame's address asks for after `#`. */
export interface Settings {
  /** The one page the frame talks to; without it, it talks to none. */
  origin: string | null;
  /** A text to begin with. */
  text: string;
  /** Attributes of the widget. */
  attributes: [string, string][];
}

const ATTRIBUTES = ['view', 'theme', 'lang', 'max-terms', 'dictionary', 'src'] as const;

/** Reads `#origin=…&view=…&text=…`. */
export function settingsOf(hash: string): Settings {
  const given = new URLSearchParams(hash.replace(/^#/, ''));
  const attributes = ATTRIBUTES.flatMap((name) => {
    const value = given.get(name);
    return value === null ? [] : [[name, value] as [string, string]];
  });
  return { origin: originOf(given.get('origin')), text: given.get('text') ?? '', attributes };
}

/** An origin and nothing more; `null` and `*` are none. */
function originOf(given: string | null): string | null {
  try {
    const { origin, protocol } = new URL(given ?? '');
    return protocol === 'http:' || protocol === 'https:' ? origin : null;
  } catch {
    return null;
  }
}
