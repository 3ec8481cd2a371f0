// The views of the right column: one line each, in the order of the tabs.
//
// A view is an element that extends GangmuView. The page hands it `report`, `text`, `tokens`, `selection`, `language`,
// `facet`, `others`, `ask` (later questions), `options`, and `words` with `setWords` (the user's), and listens to what bubbles up from it:
//   gangmu-select   Selection | null          something was pointed at; everything follows
//   gangmu-facet    string                    which of its own tabs is open: comes back as `facet`, kept in the address
//   gangmu-show     { view, facet? }          another view is wanted, as from a word to its lines in context
//   gangmu-options  Partial<Options>          the text is to be read with other options, as with a tree
// A name for the tab stands in i18n under `page.views`, with the same id.
import type { Report } from '../engine/report.js';
import type { Strings } from '../i18n/index.js';
import { openFindings } from '../model/ignored.js';

/** Name of a view, in the address and in i18n. */
export type View = keyof Strings['page']['views'];

/** One line of the registry. */
export interface ViewEntry {
  id: View;
  /** Its element. */
  tag: `gangmu-${string}`;
  /** Offers a button that gives the view most of the window: for trees and wide tables. */
  wide?: boolean;
  /** A small figure at its tab; 0 shows nothing. */
  badge?: (report: Report, text: string) => number;
}

/** All of them. */
export const VIEWS: readonly ViewEntry[] = [
  { id: 'terms', tag: 'gangmu-terms', wide: true },
  { id: 'places', tag: 'gangmu-places', wide: true },
  { id: 'rhetoric', tag: 'gangmu-rhetoric', wide: true },
  { id: 'relations', tag: 'gangmu-discourse', wide: true },
  { id: 'findings', tag: 'gangmu-findings', badge: openFindings },
  { id: 'summary', tag: 'gangmu-summary' },
];

/** The view of a name, else the first. */
export function viewOf(id: string): View {
  return VIEWS.find((view) => view.id === id)?.id ?? 'terms';
}
