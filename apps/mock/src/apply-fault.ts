import { failure, type MockResponse } from './envelope.ts';
import type { Operation } from './operations.ts';
import type { Fault } from './workspaces/faults.ts';

/** An answer, or the order to cut the connection. */
export type Sent = MockResponse | 'cut';

/** Answers a call as a fault wants it. What is answered with an error has not been done, unless the answer is lost after. */
export async function applyFault(
  fault: Fault,
  operation: Operation,
  work: () => Promise<MockResponse>,
): Promise<Sent> {
  if (fault.delayMs) await pause(fault.delayMs);
  if (fault.drop === 'before') return 'cut';
  const fails = fault.status !== undefined && fault.status >= 400 && fault.drop === undefined;
  const answer = fails ? documented(operation, fault.status ?? 500) : await work();
  return fault.drop === 'after' ? 'cut' : disguised(answer, fault);
}

function pause(milliseconds: number): Promise<void> {
  // A call that waits does not keep a sandbox from ending.
  return new Promise((resolve) => setTimeout(resolve, milliseconds).unref());
}

/** The example of that status, or of its class. */
function documented({ examples }: Operation, status: number): MockResponse {
  const code = [`${status}`, `${Math.floor(status / 100)}XX`];
  const example = examples.find((candidate) => code.includes(candidate.code));
  if (example) return { statusCode: status, body: example.value };
  return failure(status, 'FAULT', 'This answer was ordered as a fault.');
}

function disguised(answer: MockResponse, { status, body, contentType, retryAfter }: Fault) {
  const statusCode = status ?? answer.statusCode;
  const headers = {
    ...answer.headers,
    ...(retryAfter !== undefined && { 'retry-after': String(retryAfter) }),
  };
  // These three have no body in HTTP.
  if ([204, 205, 304].includes(statusCode)) return { statusCode, headers };
  if (body === undefined && contentType === undefined) return { ...answer, statusCode, headers };
  const content = body === undefined ? answer.body : body;
  const isText = typeof content === 'string';
  const raw = {
    text: isText ? content : JSON.stringify(content),
    contentType: contentType ?? (isText ? 'text/plain; charset=utf-8' : 'application/json'),
  };
  return { statusCode, headers, raw };
}
