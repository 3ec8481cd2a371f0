// Registers every view. Importing a class alone registers nothing.
import { GangmuBarcode } from './barcode.js';
import { GangmuChart } from './chart.js';
import { define } from './define.js';
import { GangmuDrawing } from './drawing.js';
import { GangmuExportMenu } from './export-menu.js';
import { GangmuFigure } from './figure.js';
import { GangmuFindings } from './findings.js';
import { GangmuHeat } from './heat.js';
import { GangmuOutline } from './outline.js';
import { GangmuPlaces } from './places.js';
import { GangmuReader } from './reader.js';
import { GangmuRhetoric } from './rhetoric.js';
import { GangmuSummary } from './summary.js';
import { GangmuTerms } from './terms.js';

define('gangmu-barcode', GangmuBarcode);
define('gangmu-chart', GangmuChart);
define('gangmu-drawing', GangmuDrawing);
define('gangmu-export-menu', GangmuExportMenu);
define('gangmu-figure', GangmuFigure);
define('gangmu-findings', GangmuFindings);
define('gangmu-heat', GangmuHeat);
define('gangmu-outline', GangmuOutline);
define('gangmu-places', GangmuPlaces);
define('gangmu-reader', GangmuReader);
define('gangmu-rhetoric', GangmuRhetoric);
define('gangmu-summary', GangmuSummary);
define('gangmu-terms', GangmuTerms);
