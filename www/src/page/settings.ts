// Choices kept between visits: language, theme, keys, whether to keep texts; nothing of the texts themselves.
import { type Language, preferredLanguage } from '../i18n/index.js';

/** The look; `auto` follows the system. */
export type Theme = 'auto' | 'light' | 'dark';

/** In the order they are switched through. */
export const THEMES: readonly Theme[] = ['auto', 'light', 'dark'];

/** What can be chosen. */
export type Setting = 'language' | 'theme' | 'letters' | 'keep' | 'words' | 'fold';

/** What was chosen, or null. Storage may be forbidden: then choices last as long as the page. */
export function load(setting: Setting): string | null {
  try {
    return localStorage.getItem(`gangmu-${setting}`);
  } catch {
    return null;
  }
}

/** Keeps a choice, and gives it back. */
export function save<T extends string>(setting: Setting, value: T): T {
  try {
    localStorage.setItem(`gangmu-${setting}`, value);
  } catch {
    // See above.
  }
  return value;
}

/** The language chosen, else the user's own. */
export function loadLanguage(): Language {
  const kept = load('language');
  return kept === 'zh' || kept === 'en' ? kept : preferredLanguage();
}

/** The look chosen. */
export function loadTheme(): Theme {
  return THEMES.find((theme) => theme === load('theme')) ?? 'auto';
}

/** Everything that is coloured follows the root's `color-scheme`. */
export function applyTheme(theme: Theme): void {
  document.documentElement.style.colorScheme = theme === 'auto' ? 'light dark' : theme;
}
