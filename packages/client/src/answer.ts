import { TelecrmError } from './error.ts';
import type { Operation } from './operation.ts';
import { retryAfter } from './retry-after.ts';

/** What a body may hold, as far as it can be told without knowing the operation. */
export interface Answer {
  readonly [key: string]: unknown;
  readonly error?: {
    readonly code?: string;
    readonly message?: string;
    readonly details?: TelecrmError['details'];
  };
}

/** The body of an answer as JSON, or as the text it is. */
export function parse(text = ''): Answer | string | null {
  try {
    return JSON.parse(text);
  } catch {
    return text;
  }
}

/** The error that an answer is. */
export function errorFrom(
  response: Response,
  body: Answer | string | null | undefined,
  { id, errors }: Operation,
  otherwise = 'UNEXPECTED_ANSWER',
): TelecrmError {
  const { status, headers, ok } = response;
  // Of a text, this is undefined too.
  const { code: told, message, details } = (body as Answer | undefined)?.error ?? {};
  const failed = status > 499;
  // Of the range 5XX, the generated types name 500 to 504.
  const key = failed && status < 505 ? '5XX' : status;
  const listed = errors.filter((entry) => entry.startsWith(`${key}`));
  // These may come without a code, from something in front of the API.
  const standard = (failed || status === 429) && listed[0]?.slice(3);
  const code = told ?? (standard || otherwise);
  const wait = retryAfter(headers);
  return new TelecrmError(message ?? `HTTP ${status}: is the base URL right?`, {
    code,
    status,
    details,
    operationId: id,
    documented: listed.includes(key + code),
    requestId: headers.get('x-request-id'),
    retryAfter: wait && wait / 1000,
    mayHaveHappened: ok || failed || status === 408,
    body,
    response,
  });
}
