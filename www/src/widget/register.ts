// Registers the widget with the views it shows by default; the others come when one is wanted.
import { define } from '../elements/define.js';
import { GangmuExportMenu } from '../elements/export-menu.js';
import { GangmuOutline } from '../elements/outline.js';
import { GangmuTerms } from '../elements/terms.js';
import { GangmuAnalyzer } from './analyzer.js';

define('gangmu-export-menu', GangmuExportMenu);
define('gangmu-outline', GangmuOutline);
define('gangmu-terms', GangmuTerms);
define('gangmu-analyzer', GangmuAnalyzer);
