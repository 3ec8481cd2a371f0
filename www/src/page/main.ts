// The page's entry: registers what the first page shows; the rest follows (room.ts).
import { define } from '../elements/define.js';
import { GangmuApp } from './app.js';
import { GangmuHeader } from './header.js';
import { GangmuHelp } from './help.js';
import { GangmuEmbedCode } from './embed-code.js';
import { GangmuStart } from './start.js';

define('gangmu-embed-code', GangmuEmbedCode);
define('gangmu-start', GangmuStart);
define('gangmu-header', GangmuHeader);
define('gangmu-help', GangmuHelp);
define('gangmu-app', GangmuApp);
