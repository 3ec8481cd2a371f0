// The user's words, and whether traditional characters count as simplified ones, kept between visits.
import type { Words } from '../engine/index.js';
import type { Options } from '../engine/report.js';
import { isEmpty } from '../model/words.js';
import { load, save } from './settings.js';

/** The words kept; none where there are none, or where they cannot be read. */
export function loadWords(): Words {
  try {
    const kept: unknown = JSON.parse(load('words') ?? '{}');
    if (typeof kept !== 'object' || kept === null) return {};
    const fields = kept as Partial<Record<keyof Words, unknown>>;
    const list = (name: 'user' | 'split' | 'stop') => (typeof fields[name] === 'string' ? { [name]: fields[name] } : {});
    return { ...list('user'), ...list('split'), ...list('stop'), ...(fields.stopAlone === true && { stopAlone: true }) };
  } catch {
    return {};
  }
}

/** Keeps them. */
export function saveWords(words: Words): void {
  save('words', isEmpty(words) ? '{}' : JSON.stringify(words));
}

/** The options kept. */
export function loadOptions(): Partial<Options> {
  return load('fold') === 'on' ? { foldTraditional: true } : {};
}

/** Keeps what outlives a visit: a tree is asked for each time. */
export function saveOptions({ foldTraditional }: Partial<Options>): void {
  save('fold', foldTraditional === true ? 'on' : 'off');
}
