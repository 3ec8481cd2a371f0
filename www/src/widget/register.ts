// Registers the widget and every view it shows.
import '../elements/index.js';
import { define } from '../elements/define.js';
import { GangmuAnalyzer } from './analyzer.js';

define('gangmu-analyzer', GangmuAnalyzer);
