// Every failure is an Error with a stable code; interfaces translate the code, logs print the message.

/** Codes a caller can meet. Those of the text itself do not exist: text never fails. */
export type ErrorCode =
  | 'aborted'
  | 'dictionary-corrupt'
  | 'dictionary-unreachable'
  | 'disposed'
  | 'part-unreachable'
  | 'engine-crashed'
  | 'file-binary'
  | 'file-too-big'
  | 'file-unreadable'
  | 'model-corrupt'
  | 'model-unreachable'
  | 'options-invalid'
  | 'pattern-invalid'
  | 'reference-corrupt'
  | 'report-failed'
  | 'report-unreadable'
  | 'source-missing'
  | 'storage-failed'
  | 'source-unreachable'
  | 'unknown'
  | 'user-words-invalid'
  | 'wasm-blocked'
  | 'wasm-unreachable'
  | 'wasm-failed'
  | 'worker-failed';

/** A failure with its code. */
export class GangmuError extends Error {
  override readonly name = 'GangmuError';
  /** Line of the input that is wrong, from 1, where there is one. */
  readonly line: number | undefined;
  constructor(
    readonly code: ErrorCode,
    message: string,
    options?: ErrorOptions & { line?: number | undefined },
  ) {
    super(message, options);
    this.line = options?.line;
  }
}

/** An error as it crosses `postMessage`. */
export interface WireError {
  code: ErrorCode;
  message: string;
  line: number | undefined;
  stack: string | undefined;
}

/** Any thrown value as a GangmuError; `fallback` is the code when it carries none. */
export function toGangmuError(thrown: unknown, fallback: ErrorCode = 'unknown'): GangmuError {
  if (thrown instanceof GangmuError) return thrown;
  if (thrown instanceof Error) {
    const code = 'code' in thrown && typeof thrown.code === 'string' ? (thrown.code as ErrorCode) : fallback;
    const line = 'line' in thrown && typeof thrown.line === 'number' ? thrown.line : undefined;
    return new GangmuError(code, thrown.message, { cause: thrown, line });
  }
  return new GangmuError(fallback, String(thrown));
}

/** Ready for `postMessage`. */
export function toWire(error: GangmuError): WireError {
  return { code: error.code, message: error.message, line: error.line, stack: error.stack };
}

/** Back from `postMessage`, with the stack of where it was thrown. */
export function fromWire(wire: WireError): GangmuError {
  const error = new GangmuError(wire.code, wire.message, { line: wire.line });
  if (wire.stack !== undefined) error.stack = wire.stack;
  return error;
}

/** Whether wasm broke off: what its memory holds is not known then. */
export function isTrap(thrown: unknown): boolean {
  return thrown instanceof WebAssembly.RuntimeError || thrown instanceof RangeError;
}
