import { createAnalyzer } from 'gangmu';
import 'gangmu/elements';
import { show } from './show.js';

document.body.append(document.createElement('gangmu-outline'));
show(createAnalyzer());
