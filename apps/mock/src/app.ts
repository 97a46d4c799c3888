import { Hono } from 'hono';
import { failure, type MockResponse, toHttp } from './envelope.ts';
import { misspelt, noSuchPath } from './nearest.ts';
import type { Operation } from './operations.ts';
import { parameterName } from './paths.ts';
import { type Caller, createServe, type Env, type Kitchen, remember } from './serve.ts';

export type App = Hono<Env>;

/** The HTTP face of the mock: it routes both APIs, and leaves room for the mock's own paths. */
export function createApp(kitchen: Kitchen, addControl: (app: App) => void) {
  const app: App = new Hono<Env>();
  const serve = createServe(kitchen);
  addControl(app);
  const { operations } = kitchen;
  for (const [path, ofPath] of literalFirst(operations)) {
    const methods = ofPath.map(({ method }) => method);
    for (const operation of ofPath) {
      app.on(operation.method, routeOf(path), (c) => serve(c, operation));
    }
    app.all(routeOf(path), (c) => {
      return toHttp(missed(kitchen, c, offRoute(c, operations, path, methods)));
    });
  }
  app.notFound((c) => {
    const message = noSuchPath(operations, c.req.method, new URL(c.req.url).pathname);
    return toHttp(missed(kitchen, c, failure(404, 'NOT_FOUND', message)));
  });
  app.onError((error, c) => toHttp(broken(error, c.req.method)));
  return app;
}

/** An OpenAPI path as Hono writes it. */
export function routeOf(path: string): string {
  return path.replace(/\{(.+?)\}/g, ':$1');
}

/** Remembers a call to no operation; what its path was is not kept, as some put their token there. */
function missed({ tenants }: Kitchen, c: Caller, answer: MockResponse): MockResponse {
  const { moments } = tenants.surroundings;
  const grant = tenants.grant(c.req.header('authorization'));
  const message = (answer.body as { error?: { message?: string } } | undefined)?.error?.message;
  moments.during(() =>
    remember(tenants, grant, new URL(c.req.url).pathname, {
      time: moments.now(),
      method: c.req.method,
      operation: null,
      status: answer.statusCode,
      duration: 0,
      fault: false,
      violations: message === undefined ? [] : [message],
    }),
  );
  return answer;
}

// A literal path wins over one with a parameter in that place, so it is registered before.
export function literalFirst<O extends { path: string }>(
  operations: readonly O[],
): [string, O[]][] {
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

export function wrongMethod(c: Caller, methods: readonly string[]): MockResponse {
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
