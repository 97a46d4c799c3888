import type { OperationError, OperationId, Operations, Result } from '@telecrm/workspace';
import { type Answer, answerFromSpec, type MockRequest } from './answer.ts';
import type { AnswerCheck } from './answer-check.ts';
import { bodyComplaints, firstComplaint } from './body-complaints.ts';
import { complaintsOf } from './complaints.ts';
import { failure, type MockResponse } from './envelope.ts';
import type { Operation } from './operations.ts';
import { refuse } from './refusal.ts';
import { sentence } from './words.ts';
import type { Tenant } from './workspaces/tenant.ts';

/** How an answer outside the spec is taken: as a 500, or as a line in the log. */
interface Rigour {
  check: AnswerCheck;
  strict: boolean;
}

/** Above this size one mistake of a body is enough: listing all of them takes seconds. */
export const largeBody = 64 * 1024;

/** How many violations of one request are remembered. */
const noted = 5;

/** Has the workspace of a request answer it, and a request without one the spec's examples. */
export function answerFromWorkspace(rigour: Rigour): Answer {
  return async (call) => {
    const { operation, request, violations } = call;
    const { tenant } = request;
    if (tenant === undefined) return answerFromSpec(call);
    const complaints = complaintsOf(operation.gate, request, violations);
    if (complaints.length > 0) {
      request.notes.push(...complaints.slice(0, noted).map(sentence));
      return refuse(operation, complaints);
    }
    request.notes.push(...entryViolations(operation, request));
    return examined(operation, request, await act(operation, request, tenant), rigour);
  };
}

/** What breaks the spec in the entries that are the workspace's to judge. */
function entryViolations({ resource, gate }: Operation<string>, { body, size }: MockRequest) {
  if (resource.request?.body === gate.request?.body) return [];
  const complaints = (size > largeBody ? firstComplaint : bodyComplaints)(resource, body);
  return complaints.slice(0, noted).map(sentence);
}

async function act(
  operation: Operation<string>,
  request: MockRequest,
  tenant: Tenant,
): Promise<MockResponse> {
  const success = successOf(operation);
  if (operation.api === 'async') {
    tenant.ingestions.add(request.body, request.size);
    return { statusCode: success.status, body: success.example };
  }
  const result = await operationOf(
    tenant,
    operation,
  )({
    path: request.params,
    query: typedQuery(operation, request),
    body: request.body,
  });
  return result.ok ? { statusCode: success.status, body: result.data } : refused(operation, result);
}

type Run = (input: object) => Promise<Result<unknown>>;

function operationOf({ workspace: { operations } }: Tenant, { id }: Operation<string>): Run {
  if (!isOperationId(id, operations)) throw new Error(`The workspace does not know ${id}`);
  // Prism has held path and query to the very types that the operation takes.
  return operations[id] as Run;
}

function isOperationId(id: string, operations: Operations): id is OperationId {
  return Object.hasOwn(operations, id);
}

/** Each code stands in an example of the operation, which tells its status. */
function refused(
  operation: Operation<string>,
  { code, message, details }: OperationError,
): MockResponse {
  const documented = operation.examples.find(({ value }) => codeOf(value) === code);
  if (!documented) throw new Error(`${operation.id} documents no ${code}`);
  return {
    statusCode: Number(documented.code),
    body: { error: { code, message, ...(details && { details }) } },
  };
}

/** The code of an error in the envelope. */
export function codeOf(body: unknown): unknown {
  // The value of an example may be anything.
  return (body as { error?: { code?: unknown } } | null)?.error?.code;
}

function successOf({ id, examples }: Operation<string>) {
  const first = examples.find(({ code }) => code.startsWith('2'));
  if (!first) throw new Error(`${id} documents no success`);
  return { status: Number(first.code), example: first.value };
}

/** Parameters are text on the wire, and Prism leaves them so. */
export function typedQuery({ resource }: Operation<string>, { url }: MockRequest) {
  const query: Record<string, unknown> = {};
  for (const { name, schema } of resource.request?.query ?? []) {
    const sent = url.query?.[name];
    if (sent === undefined) continue;
    if (schema?.type === 'integer') query[name] = Number(sent);
    else query[name] = schema?.type === 'boolean' ? sent === 'true' : sent;
  }
  return query;
}

/** Holds an answer to the spec. */
export function examined(
  operation: Operation<string>,
  request: Pick<MockRequest, 'notes'>,
  answer: MockResponse,
  { check, strict }: Rigour,
): MockResponse {
  const wrong = check(operation, answer.statusCode, answer.body);
  if (wrong.length === 0) return answer;
  request.notes.push(...wrong);
  const what = `the answer of ${operation.id} breaks the spec: ${wrong.join('; ')}`;
  if (strict) return failure(500, 'ANSWER_OUTSIDE_SPEC', `The sandbox is at fault: ${what}.`);
  console.error(`telecrm-mock: ${what}`);
  return answer;
}
