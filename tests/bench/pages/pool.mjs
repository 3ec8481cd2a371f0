// A page that reads many texts with pools of several sizes. Built as the page is, before it is served.
import { createPool } from '../../../www/src/engine/index.js';

globalThis.createPool = createPool;
console.log('measured');
