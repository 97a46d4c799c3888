import { describeBody, keyOf, parseBody } from '../request/body.ts';
import type { Operation } from '../request/operation.ts';
import { retryAfterMs } from '../retry/retry-after.ts';
import type { ApiResponse } from '../send/send.ts';
import { maskValue } from './mask.ts';
import { type ErrorDetail, type Failure, TelecrmError } from './telecrm-error.ts';

/** The problem with a response that does not report an error itself. */
interface Problem {
  readonly code: Failure['code'];
  /** A description, which follows the name of the operation. */
  readonly message: string;
}

/** Creates the error for a response, with the message of the API if there is one, otherwise that of `problem`. */
export function responseError(
  api: ApiResponse,
  operation: Operation | undefined,
  problem: Problem = statusProblem(api, operation),
): TelecrmError {
  const { status } = api.response;
  const headers = maskHeaders(api);
  const body = maskValue(parseBody(api.text), api.mask);
  const { code, message, details } = readErrorBody(body);
  const waitMs = retryAfterMs(headers);
  const listed = documentedCodes(operation, status);
  const given = code ?? problem.code;
  return new TelecrmError(message ?? `${operation?.id ?? 'The call'} failed: ${problem.message}`, {
    code: given,
    origin: code !== undefined || listed.includes(given) ? 'api' : 'client',
    status,
    details,
    operationId: operation?.id,
    documented: listed.includes(given),
    requestId: headers.get('x-request-id'),
    retryAfterSeconds: waitMs === undefined ? undefined : waitMs / 1000,
    mayHaveHappened: api.mayHaveHappened,
    body,
    headers,
  });
}

/** Reads an error of the API: `{ "error": { "code", "message", "details" } }`. */
function readErrorBody(body: unknown): {
  code?: string | undefined;
  message?: string | undefined;
  details?: ErrorDetail[] | undefined;
} {
  const error = keyOf(body, 'error');
  const details = keyOf(error, 'details');
  return {
    code: textOf(keyOf(error, 'code')),
    message: textOf(keyOf(error, 'message')),
    details: Array.isArray(details)
      ? details.map((detail) => ({
          field: textOf(keyOf(detail, 'field')) ?? '',
          message: textOf(keyOf(detail, 'message')) ?? '',
        }))
      : undefined,
  };
}

/** The problem that a status indicates if the body is not from the API, for example from a proxy. */
function statusProblem({ response, text }: ApiResponse, operation: Operation | undefined): Problem {
  const { status, headers } = response;
  const failed = status >= 500;
  const [listed] = failed || status === 429 ? documentedCodes(operation, status) : [];
  const code = listed ?? 'UNEXPECTED_ANSWER';
  if (status >= 300 && status < 400) {
    const target = URL.parse(headers.get('location') ?? '', response.url || undefined)?.origin;
    const where = target ? ` to ${target}` : '';
    return { code, message: `HTTP ${status} redirects${where}, and redirects are not followed` };
  }
  if (status === 429) {
    const waitMs = retryAfterMs(headers);
    const wait = waitMs === undefined ? '' : `, wait ${Math.ceil(waitMs / 1000)} seconds`;
    return { code, message: `HTTP 429, too many requests${wait}` };
  }
  if (failed || status === 408) {
    return { code, message: `HTTP ${status}, the API or a server in front of it failed` };
  }
  return unexpected(response, describeBody(text));
}

/** A response that telecrm does not send. */
export function unexpected({ status }: Response, what: string): Problem {
  const message = `HTTP ${status} with ${what}, which telecrm does not send: is baseUrl right?`;
  return { code: 'UNEXPECTED_ANSWER', message };
}

/** The generated types list 500 to 504 for the range 5XX. */
function documentedCodes(operation: Operation | undefined, status: number): readonly string[] {
  const { errors = {} } = operation ?? {};
  return errors[status] ?? (status >= 500 && status < 505 ? (errors['5XX'] ?? []) : []);
}

function maskHeaders({ response, mask }: ApiResponse): Headers {
  const masked = new Headers();
  response.headers.forEach((value, name) => {
    masked.append(name, mask(value));
  });
  return masked;
}

function textOf(value: unknown): string | undefined {
  return typeof value === 'string' && value !== '' ? value : undefined;
}
