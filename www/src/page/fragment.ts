// The address bar's fragment remembers which view is open, never anything of the text.

/** The views of the right column, in order. */
export const VIEWS = ['terms', 'places', 'rhetoric', 'findings', 'summary'] as const;

/** One of them. */
export type View = (typeof VIEWS)[number];

/** The view the address asks for, else the first. */
export function readFragment(): View {
  const wanted = location.hash.slice(1);
  return VIEWS.find((view) => view === wanted) ?? 'terms';
}

/** Writes the view without a new entry in the history. */
export function writeFragment(view: View): void {
  history.replaceState(null, '', `#${view}`);
}
