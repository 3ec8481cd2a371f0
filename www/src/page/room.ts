// What is needed once a text is open: the views and the column they stand in. Loaded after the first page is drawn.
import '../elements/index.js';
import { define } from '../elements/define.js';
import { GangmuFigures } from './figures.js';

define('gangmu-figures', GangmuFigures);
