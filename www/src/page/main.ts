// The page's entry: registers everything it uses.
import '../elements/index.js';
import { define } from '../elements/define.js';
import { GangmuApp } from './app.js';
import { GangmuFigures } from './figures.js';
import { GangmuStart } from './start.js';

define('gangmu-start', GangmuStart);
define('gangmu-figures', GangmuFigures);
define('gangmu-app', GangmuApp);
