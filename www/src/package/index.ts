// `gangmu`: the analyzer for everyone's code, in a worker or on this very thread.
export type { AnalyzeInit, Analyzer, Assets, CallInit, Progress, Result, Setup, Words } from '../engine/analyzer.js';
export type { AnalyzerInit } from '../engine/create.js';
export { type ErrorCode, GangmuError } from '../engine/error.js';
export { createAnalyzer, createPool, DICTIONARIES } from '../engine/index.js';
export type { Answer, Ask, Asked, Needs, OutlineFormat, Questions } from '../engine/questions.js';
export type * from '../engine/report.js';
