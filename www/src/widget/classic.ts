// The widget as one classic script with everything inside: for `file://` and closed intranets.
import '../elements/index.js';
import { createAnalyzer } from '../engine/inline.js';
import { lendFrom } from './shared.js';
import './register.js';

lendFrom(createAnalyzer);
