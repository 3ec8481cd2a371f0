// `gangmu/elements` in Node: the views for servers that draw them with a report (`@lit-labs/ssr`). Nothing here analyses; the
// widget is registered so that pages made on a server may hold it.
import '../elements/index.js';
import '../widget/register.js';

export type * from '../engine/report.js';
export type { SelectEvent, Selection } from '../model/selection.js';
export { GangmuFindings } from '../elements/findings.js';
export { GangmuOutline } from '../elements/outline.js';
export { GangmuPlaces } from '../elements/places.js';
export { GangmuReader } from '../elements/reader.js';
export { GangmuRhetoric } from '../elements/rhetoric.js';
export { GangmuSummary } from '../elements/summary.js';
export { GangmuTerms } from '../elements/terms.js';
export { GangmuAnalyzer } from '../widget/analyzer.js';
