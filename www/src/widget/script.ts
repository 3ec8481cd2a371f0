// `gangmu.js`: one script, one element.
import { loadWhenSeen } from './more.js';

export * from './index.js';

loadWhenSeen();
