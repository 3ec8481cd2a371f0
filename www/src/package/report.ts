// `gangmu/report`: the report's types and what it takes to read one, without wasm.
export type * from '../engine/report.js';
export { NO_TERM, SCHEMA } from '../engine/report.js';
