// Registers every view. Importing a class alone registers nothing.
import { GangmuChart } from './chart.js';
import { define } from './define.js';
import { GangmuFindings } from './findings.js';
import { GangmuOutline } from './outline.js';
import { GangmuPlaces } from './places.js';
import { GangmuReader } from './reader.js';
import { GangmuRhetoric } from './rhetoric.js';
import { GangmuSummary } from './summary.js';
import { GangmuTerms } from './terms.js';

define('gangmu-chart', GangmuChart);
define('gangmu-findings', GangmuFindings);
define('gangmu-outline', GangmuOutline);
define('gangmu-places', GangmuPlaces);
define('gangmu-reader', GangmuReader);
define('gangmu-rhetoric', GangmuRhetoric);
define('gangmu-summary', GangmuSummary);
define('gangmu-terms', GangmuTerms);
