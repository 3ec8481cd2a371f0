// The views one can ask for by name: which element shows it, and which of its own tabs.
import type { Report } from '../engine/report.js';

/** A view of the widget. */
export interface WidgetView {
  /** Its element. */
  tag: `gangmu-${string}`;
  /** The element's own tab to open. */
  facet?: string;
  /** Whether there is something to show. */
  shown?: (report: Report) => boolean;
  /** It shows the RST tree, which is built only when asked for. */
  tree?: true;
}

// Without a dictionary there is nothing to say about words; while it is on its way the status line says so.
const counted = (report: Report) => report.terms.length > 0;
const built = (report: Report) => report.rst !== null;

/** By the names of the `view` attribute. */
export const VIEWS: Readonly<Record<string, WidgetView>> = {
  outline: { tag: 'gangmu-outline' },
  terms: { tag: 'gangmu-terms', shown: counted },
  cloud: { tag: 'gangmu-cloud', shown: counted },
  places: { tag: 'gangmu-places', shown: counted },
  dispersion: { tag: 'gangmu-places', shown: counted },
  concordance: { tag: 'gangmu-places', facet: 'lines', shown: counted },
  network: { tag: 'gangmu-network', shown: counted },
  moves: { tag: 'gangmu-moves' },
  sunburst: { tag: 'gangmu-sunburst' },
  strip: { tag: 'gangmu-icicle' },
  rhetoric: { tag: 'gangmu-rhetoric' },
  tree: { tag: 'gangmu-rst', shown: built, tree: true },
  relations: { tag: 'gangmu-relations', shown: built, tree: true },
  findings: { tag: 'gangmu-findings' },
  summary: { tag: 'gangmu-summary' },
  text: { tag: 'gangmu-reader' },
};

/** The views a `view` attribute names, in its order; unknown names are left out. */
export function viewsOf(names: string): [string, WidgetView][] {
  return [...new Set(names.split(/\s+/))].flatMap((name) => {
    const view = Object.hasOwn(VIEWS, name) ? VIEWS[name] : undefined;
    return view === undefined ? [] : [[name, view] as [string, WidgetView]];
  });
}
