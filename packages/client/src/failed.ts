import { type ClientErrorCode, TelecrmError } from './error.ts';

/** The error of a call that got no answer. */
export function failed(
  operationId: string | undefined,
  code: ClientErrorCode,
  cause: unknown,
  mayHaveHappened?: boolean,
): TelecrmError {
  const message = `${operationId} failed: ${reasonOf(cause)}`;
  return new TelecrmError(message, { code, operationId, cause, mayHaveHappened });
}

/** fetch itself says little; what it was caused by says more. */
export function reasonOf(error: unknown): string {
  const { message = error, code = '', cause } = error as { [key in keyof NodeError]?: unknown };
  return `${message} ${code}${cause ? ` (${reasonOf(cause)})` : ''}`;
}

interface NodeError extends Error {
  code: string;
}
