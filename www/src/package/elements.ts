// `gangmu/elements`: registers `<gangmu-analyzer>` and the views, each of which works alone with a report.
import '../elements/index.js';

export type * from '../engine/report.js';
export type { SelectEvent, Selection } from '../model/selection.js';
export * from '../widget/index.js';
export { GangmuFindings } from '../elements/findings.js';
export { GangmuOutline } from '../elements/outline.js';
export { GangmuPlaces } from '../elements/places.js';
export { GangmuReader } from '../elements/reader.js';
export { GangmuRhetoric } from '../elements/rhetoric.js';
export { GangmuSummary } from '../elements/summary.js';
export { GangmuTerms } from '../elements/terms.js';
