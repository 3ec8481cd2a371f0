// The widget's entry: one script, one element.
import '../elements/index.js';
import { define } from '../elements/define.js';
import { GangmuAnalyzer } from './analyzer.js';

define('gangmu-analyzer', GangmuAnalyzer);

export { GangmuAnalyzer } from './analyzer.js';
export { createAnalyzer } from '../engine/index.js';
