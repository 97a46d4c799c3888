import type { Answer } from '../answer.ts';
import type { AnswerCheck } from '../answer-check.ts';
import { examined, typedQuery } from '../answer-from-workspace.ts';
import { type App, literalFirst, routeOf, wrongMethod } from '../app.ts';
import type { Bundle } from '../bundle.ts';
import { complaintsOf } from '../complaints.ts';
import { failure, toHttp } from '../envelope.ts';
import { document } from '../generated/control-document.ts';
import { type Operation, operationsOf } from '../operations.ts';
import { readParams } from '../paths.ts';
import { createPrism } from '../prism.ts';
import { refuse } from '../refusal.ts';
import { ask, type Caller } from '../serve.ts';
import { createGuard } from './guard.ts';
import { type Board, createHandlers, type Handlers } from './handlers.ts';
import { addPage } from './page.ts';

/** The description of the control surface, which a test of its own lints. */
export const controlBundle = document as Bundle;

interface Settings extends Board {
  check: AnswerCheck;
  strict: boolean;
  token: string | undefined;
}

/** The only call that anybody may make. */
const open = 'getHealth';

/** Makes the function that puts the control surface on an app. Requests and answers are held to its description. */
export async function createControl(settings: Settings): Promise<(app: App) => void> {
  const operations = await operationsOf('control', controlBundle);
  const prism = createPrism(operations, answerBy(createHandlers(settings), settings));
  const guard = createGuard(settings.token);
  const { moments } = settings.tenants.surroundings;

  const serve = (c: Caller, operation: Operation<string>) =>
    moments.during(async () => {
      const refusal = operation.id === open ? undefined : guard(c);
      if (refusal) return toHttp(refusal);
      const { pathname, searchParams } = new URL(c.req.url);
      const path = readParams(operation, pathname);
      if ('complaint' in path) return toHttp(refuse(operation, [path.complaint]));
      return toHttp(
        await ask(prism, c, operation, {
          params: path.params,
          query: searchParams,
          notes: [],
        }),
      );
    });

  return (app) => {
    addPage(app, guard);
    for (const [path, ofPath] of literalFirst(operations)) {
      for (const operation of ofPath) {
        app.on(operation.method, routeOf(path), (c) => serve(c, operation));
      }
      const methods = ofPath.map(({ method }) => method);
      app.all(routeOf(path), (c) => toHttp(guard(c) ?? wrongMethod(c, methods)));
    }
    app.all('/_sandbox/*', (c) => toHttp(guard(c) ?? nowhere(operations)));
  };
}

function answerBy(handlers: Handlers, rigour: Pick<Settings, 'check' | 'strict'>): Answer {
  return async ({ operation, request, violations }) => {
    const complaints = complaintsOf(operation.resource, request, violations);
    if (complaints.length > 0) return refuse(operation, complaints);
    // The handlers are typed by the very description that the operations come from.
    const handle = handlers[operation.id as keyof Handlers];
    const input = {
      params: request.params,
      query: typedQuery(operation, request),
      body: request.body,
    };
    return examined(operation, request, await handle(input), rigour);
  };
}

function nowhere(operations: readonly Operation<string>[]) {
  const paths = [...new Set(operations.map(({ path }) => path))];
  return failure(404, 'NOT_FOUND', `There is no such path here. There is ${paths.join(', ')}.`);
}
