// Choices kept between visits: language and theme, nothing about texts.
import { type Language, preferredLanguage } from '../i18n/index.js';

/** The look; `auto` follows the system. */
export type Theme = 'auto' | 'light' | 'dark';

/** Storage may be forbidden: then choices last as long as the page. */
function stored(key: string): string | null {
  try {
    return localStorage.getItem(key);
  } catch {
    return null;
  }
}

function store(key: string, value: string): void {
  try {
    localStorage.setItem(key, value);
  } catch {
    // See above.
  }
}

export function loadLanguage(): Language {
  const kept = stored('gangmu-language');
  return kept === 'zh' || kept === 'en' ? kept : preferredLanguage();
}

export function saveLanguage(language: Language): void {
  store('gangmu-language', language);
}

export function loadTheme(): Theme {
  const kept = stored('gangmu-theme');
  return kept === 'light' || kept === 'dark' ? kept : 'auto';
}

export function saveTheme(theme: Theme): void {
  store('gangmu-theme', theme);
}

/** Everything that is coloured follows the root's `color-scheme`. */
export function applyTheme(theme: Theme): void {
  document.documentElement.style.colorScheme = theme === 'auto' ? 'light dark' : theme;
}
