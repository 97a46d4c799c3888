import type { HttpBindings } from '@hono/node-server';
import { RESPONSE_ALREADY_SENT } from '@hono/node-server/utils/response';
import type { Context } from 'hono';
import type { MockRequest } from './answer.ts';
import { codeOf, largeBody } from './answer-from-workspace.ts';
import { applyFault, type Sent } from './apply-fault.ts';
import { readJson } from './body.ts';
import { firstComplaint } from './body-complaints.ts';
import { failure, type MockResponse, writeTo } from './envelope.ts';
import type { Operation } from './operations.ts';
import { canonicalPath, readParams } from './paths.ts';
import { type Preference, readPreference } from './prefer.ts';
import type { Prism } from './prism.ts';
import { refuse } from './refusal.ts';
import { type ApiName, apiNames } from './sandbox.ts';
import { sentence } from './words.ts';
import type { Limiter } from './workspaces/limiter.ts';
import type { Tenant } from './workspaces/tenant.ts';
import type { Grant, Tenants } from './workspaces/tenants.ts';

export type Env = { Bindings: HttpBindings };
export type Caller = Context<Env>;

/** What answering takes. */
export interface Kitchen {
  operations: readonly Operation[];
  prism: Prism;
  tenants: Tenants;
  limiters: Readonly<Record<ApiName, Limiter>>;
  /** Everything is answered from the spec's examples. */
  stateless: boolean;
}

/** What there is to say about a call once it has been answered. */
interface Course {
  notes: string[];
  fault: boolean;
}

const json = { 'content-type': 'application/json' };
const nothing = { body: undefined, size: 0 };

/** Serves a call to one of the two APIs, from the token to the answer, and remembers it. */
export function createServe(kitchen: Kitchen) {
  const { moments } = kitchen.tenants.surroundings;
  return (c: Caller, operation: Operation): Promise<Response> =>
    moments.during(async () => {
      const began = { time: moments.now(), at: moments.elapsed() };
      const course: Course = { notes: [], fault: false };
      const url = new URL(c.req.url);
      const grant = kitchen.tenants.grant(c.req.header('authorization'));
      const sent = await answer(kitchen, c, operation, { grant, url, course });
      remember(kitchen.tenants, grant, url.pathname, {
        time: began.time,
        method: c.req.method,
        operation: operation.id,
        status: sent === 'cut' ? null : sent.statusCode,
        duration: Math.round((moments.elapsed() - began.at) * 1000) / 1000,
        fault: course.fault,
        violations: course.notes,
      });
      if (sent === 'cut') c.env.incoming.socket.destroy();
      else writeTo(c.env.outgoing, sent);
      return RESPONSE_ALREADY_SENT;
    });
}

/** Files a call under the workspace that its path names, else under the one of its token. */
export function remember(
  tenants: Tenants,
  grant: Grant | undefined,
  pathname: string,
  call: Parameters<Tenant['calls']['add']>[0],
): void {
  const [, named = ''] = /\/enterprise\/([^/]+)/.exec(pathname) ?? [];
  (tenants.get(named) ?? grant?.tenant)?.calls.add(call);
}

interface Known {
  grant: Grant | undefined;
  url: URL;
  course: Course;
}

async function answer(
  kitchen: Kitchen,
  c: Caller,
  operation: Operation,
  { grant, url, course }: Known,
): Promise<Sent> {
  if (grant?.api !== operation.api) {
    course.notes.push(whyNotLetIn(c.req.header('authorization'), grant, operation));
    return operation.unauthorized;
  }
  const seconds = kitchen.limiters[operation.api].take(grant.token);
  if (seconds > 0) return tooMany(operation, seconds);
  const path = readParams(operation, url.pathname);
  if ('complaint' in path) {
    course.notes.push(sentence(path.complaint));
    return refuse(operation, [path.complaint]);
  }
  const prefer = readPreference(c.req.header('prefer'), operation);
  if (prefer && 'complaint' in prefer) return failure(400, 'BAD_REQUEST', prefer.complaint);
  const { tenant } = grant;
  const plain = kitchen.stateless || prefer !== undefined;
  if (!plain && path.params.enterpriseId !== tenant.enterpriseId) {
    return noSuchEnterprise(kitchen.operations, operation, path.params.enterpriseId ?? '');
  }
  // With a clock of their own, calls are not to depend on how far the queue has come.
  if (kitchen.tenants.surroundings.moments.deterministic) await tenant.ingestions.drain();
  const fault = tenant.faults.take(operation.id);
  const work = () =>
    ask(kitchen.prism, c, operation, {
      params: path.params,
      query: url.searchParams,
      notes: course.notes,
      ...(prefer?.preference && { preference: prefer.preference }),
      ...(!plain && { tenant }),
    });
  if (fault === undefined) return work();
  course.fault = true;
  return applyFault(fault, operation, work);
}

interface Asked {
  params: Record<string, string>;
  query: URLSearchParams;
  notes: string[];
  preference?: Preference;
  tenant?: Tenant;
}

/** Reads the body and puts the request to Prism. */
export async function ask(
  prism: Prism,
  c: Caller,
  operation: Operation<string>,
  { query, ...asked }: Asked,
): Promise<MockResponse> {
  const resource = asked.tenant ? operation.gate : operation.resource;
  const read = resource.request?.body ? await readJson(c.env.incoming) : nothing;
  if ('refused' in read) return read.refused;
  const early = read.size > largeBody ? firstComplaint(resource, read.body) : [];
  if (early.length > 0) {
    asked.notes.push(...early.map(sentence));
    return refuse(operation, early);
  }
  return prism(operation, {
    // The methods of an OpenAPI document are HTTP's own, in lower case.
    method: resource.method as MockRequest['method'],
    url: { path: canonicalPath(operation, asked.params), query: queryOf(query) },
    body: read.body,
    size: read.size,
    // All that gets here is JSON. Left to guess, Prism would throw and catch an error in each call.
    ...(read.body !== undefined && { headers: json }),
    ...asked,
  });
}

function queryOf(searchParams: URLSearchParams): Record<string, string | string[]> {
  const query: Record<string, string | string[]> = Object.create(null);
  for (const name of searchParams.keys()) {
    const [first = '', ...more] = searchParams.getAll(name);
    query[name] = more.length === 0 ? first : [first, ...more];
  }
  return query;
}

// telecrm's own answer does not tell these apart, which is why people look for the mistake in the body.
function whyNotLetIn(header: string | undefined, grant: Grant | undefined, { api }: Operation) {
  if (grant) return `The token is of the ${grant.api} API: send the ${api} token.`;
  const sent = header === undefined ? 'There is no token' : 'The token is unknown';
  return `${sent}: send Authorization: Bearer and the ${api} token.`;
}

function tooMany({ examples }: Operation, seconds: number): MockResponse {
  const example = examples.find(({ code }) => code === '429');
  const headers = { 'retry-after': String(seconds) };
  if (example) return { statusCode: 429, body: example.value, headers };
  return failure(429, 'TOO_MANY_REQUESTS', 'Rate limit exceeded.', headers);
}

/** The spec prints this answer for some operations; all of them give it. */
function noSuchEnterprise(operations: readonly Operation[], operation: Operation, id: string) {
  const code = 'ENTERPRISE_NOT_FOUND';
  const printed = [operation, ...operations]
    .flatMap(({ examples }) => examples)
    .find(({ value }) => codeOf(value) === code);
  return failure(Number(printed?.code ?? 404), code, `The enterprise with ID ${id} was not found.`);
}

/** All limiters forget the tokens of a workspace. */
export function forgetLimits({ tokens }: Tenant, limiters: Kitchen['limiters']): void {
  for (const api of apiNames) limiters[api].forget(tokens[api]);
}
