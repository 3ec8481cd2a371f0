// The widget with its engine.
import { createAnalyzer, DICTIONARIES } from '../engine/index.js';
import { lendFrom } from './shared.js';
import './register.js';

lendFrom(createAnalyzer, DICTIONARIES.full);

export { GangmuAnalyzer } from './analyzer.js';
export type { GangmuEvents } from './events.js';
export { createAnalyzer };
