import type { HttpBindings } from '@hono/node-server';
import { type Context, Hono } from 'hono';
import type { MockRequest } from './answer.ts';
import { readJson } from './body.ts';
import { firstComplaint } from './body-complaints.ts';
import { failure, type MockResponse, toHttp } from './envelope.ts';
import { misspelt, noSuchPath } from './nearest.ts';
import type { Operation } from './operations.ts';
import { canonicalPath, parameterName, readParams } from './paths.ts';
import { readPreference } from './prefer.ts';
import type { Prism } from './prism.ts';
import { refuse } from './refusal.ts';
import { opens } from './token.ts';

type Env = { Bindings: HttpBindings };
type Caller = Context<Env>;

const nothing = { body: undefined, size: 0 };
const largeBody = 64 * 1024;

/** The HTTP face of the mock: it routes, checks tokens, parses, and hands the rest to Prism. */
export function createApp(operations: readonly Operation[], prism: Prism, health: object) {
  const app = new Hono<Env>();
  app.get('/_sandbox/health', () => toHttp({ statusCode: 200, body: health }));
  app.all('/_sandbox/health', (c) => toHttp(wrongMethod(c, ['GET'])));
  for (const [path, ofPath] of literalFirst(operations)) {
    const route = path.replace(/\{(.+?)\}/g, ':$1');
    const methods = ofPath.map(({ method }) => method);
    for (const operation of ofPath) {
      app.on(operation.method, route, async (c) => toHttp(await serve(c, operation, prism)));
    }
    app.all(route, (c) => toHttp(offRoute(c, operations, path, methods)));
  }
  app.notFound((c) => {
    const message = noSuchPath(operations, c.req.method, new URL(c.req.url).pathname);
    return toHttp(failure(404, 'NOT_FOUND', message));
  });
  app.onError((error, c) => toHttp(broken(error, c.req.method)));
  return app;
}

async function serve(c: Caller, operation: Operation, prism: Prism): Promise<MockResponse> {
  if (!opens(operation.api, c.req.header('authorization'))) return operation.unauthorized;
  const { pathname, searchParams } = new URL(c.req.url);
  const path = readParams(operation, pathname);
  if ('complaint' in path) return refuse(operation, [path.complaint]);
  const prefer = readPreference(c.req.header('prefer'), operation);
  if (prefer && 'complaint' in prefer) return failure(400, 'BAD_REQUEST', prefer.complaint);
  const { resource } = operation;
  const read = resource.request?.body ? await readJson(c.env.incoming) : nothing;
  if ('refused' in read) return read.refused;
  const early = read.size > largeBody ? firstComplaint(resource, read.body) : [];
  if (early.length > 0) return refuse(operation, early);
  return prism(operation, {
    // The methods of an OpenAPI document are HTTP's own, in lower case.
    method: resource.method as MockRequest['method'],
    url: { path: canonicalPath(operation, path.params), query: queryOf(searchParams) },
    params: path.params,
    body: read.body,
    ...prefer,
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

// A literal path wins over one with a parameter in that place, so it is registered before.
function literalFirst(operations: readonly Operation[]): [string, Operation[]][] {
  const shape = (path: string) =>
    path
      .split('/')
      .map((step) => (parameterName(step) === undefined ? 0 : 1))
      .join('');
  const paths = Map.groupBy(operations, ({ path }) => path);
  return [...paths].sort(([a], [b]) => shape(a).localeCompare(shape(b)));
}

function offRoute(c: Caller, operations: readonly Operation[], path: string, methods: string[]) {
  if (parameterName(path.split('/').at(-1) ?? '') !== undefined) {
    const pathname = new URL(c.req.url).pathname;
    const meant = misspelt(operations, c.req.method, pathname);
    if (meant) return failure(404, 'NOT_FOUND', noSuchPath([meant], meant.method, pathname));
  }
  return wrongMethod(c, methods);
}

function wrongMethod(c: Caller, methods: string[]): MockResponse {
  const allow = methods.flatMap((method) => (method === 'GET' ? ['GET', 'HEAD'] : [method]));
  const headers = { allow: allow.join(', ') };
  if (c.req.method === 'OPTIONS') return { statusCode: 204, headers };
  const message = `This path does not take that method: use ${methods.join(' or ')}.`;
  return failure(405, 'METHOD_NOT_ALLOWED', message, headers);
}

/** The answer to a fault of the mock itself. What is logged names the place and no value. */
export function broken(error: unknown, method: string): MockResponse {
  const frames = String(error instanceof Error ? error.stack : '').match(/^\s+at .*$/gm) ?? [];
  const name = error instanceof Error ? error.name : typeof error;
  console.error([`telecrm-mock: ${name} while answering a ${method}`, ...frames].join('\n'));
  return failure(500, 'INTERNAL_SERVER_ERROR', 'The mock failed: this is its own mistake.');
}
