import { createAnalyzer } from 'gangmu/inline';
import { show } from './show.js';

show(createAnalyzer());
