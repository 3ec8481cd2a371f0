// The page's entry: registers everything it uses.
import '../elements/index.js';
import { define } from '../elements/define.js';
import { GangmuApp } from './app.js';
import { GangmuFigures } from './figures.js';
import { GangmuHeader } from './header.js';
import { GangmuHelp } from './help.js';
import { GangmuEmbedCode } from './embed-code.js';
import { GangmuStart } from './start.js';

define('gangmu-embed-code', GangmuEmbedCode);
define('gangmu-start', GangmuStart);
define('gangmu-figures', GangmuFigures);
define('gangmu-header', GangmuHeader);
define('gangmu-help', GangmuHelp);
define('gangmu-app', GangmuApp);
