import type { MockRequest } from '../answer.ts';
import { failure, type MockResponse } from '../envelope.ts';
import type { operations } from '../generated/control-types.ts';
import { forgetLimits, type Kitchen } from '../serve.ts';
import { keysTo, newTenant } from '../workspaces/create-workspace.ts';
import type { Fault } from '../workspaces/faults.ts';
import type { Page } from '../workspaces/page.ts';
import type { Tenant } from '../workspaces/tenant.ts';
import { createLeadHandlers } from './lead-handlers.ts';

/** What a handler is given: the request as the gate has let it in. */
export interface Input {
  params: Record<string, string>;
  query: Record<string, unknown>;
  body: MockRequest['body'];
}

type Handler = (input: Input) => MockResponse | Promise<MockResponse>;

/** One handler for each operation that the description has. */
export type Handlers = Record<keyof operations, Handler>;

/** What the handlers work on. */
export interface Board extends Pick<Kitchen, 'tenants' | 'limiters' | 'operations'> {
  health: object;
}

export function createHandlers(board: Board): Handlers {
  const { tenants, health } = board;
  const ofTenant = forTenant(board);
  const done = { statusCode: 204 };
  return {
    getHealth: () => ok(health),
    async listWorkspaces({ query }) {
      const { skip, limit } = pageOf(query);
      const all = tenants.list();
      const data = await Promise.all(all.slice(skip, skip + limit).map(summary));
      return ok({ data, total_count: all.length, skip, limit });
    },
    createWorkspace: ({ body }) => createWorkspace(board, body),
    deleteWorkspace: ofTenant((tenant) => {
      forgetLimits(tenant, board.limiters);
      tenants.remove(tenant.enterpriseId);
      return done;
    }),
    resetWorkspace: ofTenant(async (tenant) => {
      forgetLimits(tenant, board.limiters);
      await tenant.reset();
      return done;
    }),
    drainWorkspace: ofTenant(async (tenant) => {
      await tenant.ingestions.drain();
      return done;
    }),
    listIngestions: ofTenant(({ ingestions }, { query }) => ok(ingestions.list(pageOf(query)))),
    listRequests: ofTenant(({ calls }, { query }) => ok(calls.list(pageOf(query)))),
    listFaults: ofTenant(({ faults }) => ok(faults.list())),
    replaceFaults: ofTenant((tenant, { body }) => replaceFaults(board, tenant, body)),
    deleteFaults: ofTenant(({ faults }) => {
      faults.replace([]);
      return done;
    }),
    ...createLeadHandlers(ofTenant),
  };
}

/** A handler for the workspace that the path names. */
export type OfTenant = (
  handle: (tenant: Tenant, input: Input) => MockResponse | Promise<MockResponse>,
) => Handler;

function forTenant({ tenants }: Board): OfTenant {
  return (handle) => (input) => {
    const tenant = tenants.get(input.params.enterpriseId ?? '');
    if (tenant) return handle(tenant, input);
    const message =
      'path.enterpriseId names no workspace: create it with POST /_sandbox/workspaces.';
    return failure(404, 'ENTERPRISE_NOT_FOUND', message);
  };
}

async function createWorkspace({ tenants }: Board, body: unknown): Promise<MockResponse> {
  const created = await newTenant(tenants, body);
  if ('problem' in created) return failure(400, 'BAD_REQUEST', created.problem);
  if (created.tenant === undefined) {
    const message =
      'body.enterpriseId is taken: leave it out for a fresh one, or delete that workspace first.';
    return failure(409, 'WORKSPACE_ALREADY_EXISTS', message);
  }
  return { statusCode: 201, body: keysTo(created.tenant) };
}

function replaceFaults({ operations }: Board, { faults }: Tenant, body: unknown): MockResponse {
  // The gate has held it to the description of faults.
  const wanted = body as Fault[];
  const ids = operations.map(({ id }) => id);
  const stranger = wanted.findIndex(
    ({ operationId }) => !ids.includes(operationId ?? ids[0] ?? ''),
  );
  if (stranger >= 0) {
    const message = `body[${stranger}].operationId is no operation: send one of ${ids.join(', ')}.`;
    return failure(400, 'BAD_REQUEST', message);
  }
  faults.replace(wanted);
  return ok(faults.list());
}

async function summary({ enterpriseId, workspace, ingestions, calls, faults }: Tenant) {
  const { total } = await workspace.store.searchLeads({ fields: [] }, { skip: 0, limit: 0 });
  return {
    enterpriseId,
    leads: total,
    ingestions: ingestions.size,
    queued: ingestions.queued,
    requests: calls.size,
    faults: faults.size,
  };
}

export function ok(body: unknown): MockResponse {
  return { statusCode: 200, body };
}

/** The page that a request asks for; the description has the same defaults. */
export function pageOf({ skip, limit }: Input['query']): Page {
  return { skip: Number(skip ?? 0), limit: Number(limit ?? 10) };
}
