// Keys for everything that is done on the page. One table: the overview is drawn from it, and it is what is obeyed.
import type { ReactiveController, ReactiveControllerHost } from 'lit';
import { isField } from './intake.js';

/** What a key asks for. The names stand in i18n under `page.shortcuts`. */
export type Action =
  | 'help' | 'open' | 'start' | 'edit' | 'find' | 'next' | 'previous' | 'clear'
  | 'outline' | 'text' | 'figures' | 'view' | 'widen'
  | 'nextDocument' | 'previousDocument' | 'close' | 'reopen' | 'theme' | 'language' | 'print';

/** A line of the overview. */
export interface Shortcut {
  action: Action;
  /** As `KeyboardEvent.key`; digits stand for any of 1 to 9. */
  keys: readonly string[];
}

/** All of them, in groups as they are shown. */
export const SHORTCUTS: readonly (readonly Shortcut[])[] = [
  [
    { action: 'open', keys: ['o'] },
    { action: 'start', keys: ['n'] },
    { action: 'nextDocument', keys: [']'] },
    { action: 'previousDocument', keys: ['['] },
    { action: 'close', keys: ['x'] },
    { action: 'reopen', keys: ['z'] },
  ],
  [
    { action: 'outline', keys: ['g'] },
    { action: 'text', keys: ['w'] },
    { action: 'figures', keys: ['m'] },
    { action: 'view', keys: ['1', '2', '3', '4', '5', '6', '7', '8', '9'] },
    { action: 'widen', keys: ['f'] },
  ],
  [
    { action: 'find', keys: ['/'] },
    { action: 'next', keys: ['j'] },
    { action: 'previous', keys: ['k'] },
    { action: 'clear', keys: ['Escape'] },
    { action: 'edit', keys: ['e'] },
  ],
  [
    { action: 'theme', keys: ['d'] },
    { action: 'language', keys: ['l'] },
    { action: 'print', keys: ['p'] },
    { action: 'help', keys: ['?'] },
  ],
];

/** What a key asks for, or undefined. */
export function actionOf(key: string): Action | undefined {
  return SHORTCUTS.flat().find(({ keys }) => keys.includes(key))?.action;
}

/** Keys that are no letters stay when letters are switched off (WCAG 2.1.4). */
export function isCharacter(key: string): boolean {
  return key.length === 1;
}

/** Listens on the window; keys meant for a field, a tree or a dialog are left to it. */
export class ShortcutKeys implements ReactiveController {
  /** Whether single letters are obeyed. */
  letters = true;
  readonly #obey: (action: Action, key: string) => boolean;

  constructor(host: ReactiveControllerHost, obey: (action: Action, key: string) => boolean) {
    this.#obey = obey;
    host.addController(this);
  }

  hostConnected(): void {
    addEventListener('keydown', this.#onKey);
  }

  hostDisconnected(): void {
    removeEventListener('keydown', this.#onKey);
  }

  readonly #onKey = (event: KeyboardEvent): void => {
    if (event.defaultPrevented || event.isComposing || event.altKey) return;
    const find = (event.ctrlKey || event.metaKey) && event.key.toLowerCase() === 'f';
    if ((event.ctrlKey || event.metaKey) && !find) return;
    if (isField(event) || event.composedPath().some((target) => target instanceof HTMLDialogElement && target.open)) return;
    const action = find ? 'find' : actionOf(event.key);
    if (action === undefined || (!find && isCharacter(event.key) && !this.letters)) return;
    if (this.#obey(action, find ? 'Control' : event.key)) event.preventDefault();
  };
}
