// The two languages of the interface.
import { en } from './en.js';
import { zh } from './zh.js';

/** A language of the interface. */
export type Language = 'zh' | 'en';

/** Every word of the interface. */
export type Strings = typeof zh;

/** By language. */
export const STRINGS: Record<Language, Strings> = { zh, en };

/** The first of the user's languages that is one of ours; English for everyone else. */
export function preferredLanguage(): Language {
  const wanted = typeof navigator === 'undefined' ? [] : navigator.languages;
  for (const tag of wanted) {
    const primary = tag.toLowerCase().split('-')[0];
    if (primary === 'zh' || primary === 'en') return primary;
  }
  return 'en';
}
