import { contextFor } from '../clock/workspace-clock.ts';
import type { Fault } from '../faults/fault.ts';
import { unknownOperation } from '../faults/parse-faults.ts';
import { facts } from '../generated/facts.ts';
import { type ApiResponse, errorResponse } from '../http/api-response.ts';
import { pageOf } from '../lists/page.ts';
import { addWorkspace, createTokens, fillFor } from '../workspaces/add-workspace.ts';
import { credentialsOf } from '../workspaces/credentials.ts';
import { listIngestions, listRequests } from '../workspaces/lists.ts';
import { parseDefinition } from '../workspaces/parse-definition.ts';
import { summariesOf } from '../workspaces/summary.ts';
import {
  type ControlContext,
  type ControlRequest,
  type Handlers,
  type OfWorkspace,
  ok,
} from './handler.ts';
import { createLeadHandlers } from './lead-handlers.ts';

const done: ApiResponse = { status: 204 };

export function createHandlers(control: ControlContext): Handlers {
  const { storage, queue } = control;
  const { workspaces, faults } = storage;
  const ofWorkspace = forWorkspace(control);
  const { version, fingerprint } = facts;
  return {
    getHealth: () => ok({ status: 'ok', version, fingerprint }),
    async listWorkspaces({ query }) {
      const page = pageOf(query);
      const { items, total } = await workspaces.list({}, page);
      const ids = items.map(({ enterpriseId }) => enterpriseId);
      return ok({ data: await summariesOf(storage, ids), total_count: total, ...page });
    },
    createWorkspace: (request) => createWorkspace(control, request),
    deleteWorkspace: ofWorkspace(async ({ enterpriseId }) => {
      await workspaces.delete(enterpriseId);
      return done;
    }),
    resetWorkspace: ofWorkspace(async (workspace, { context }) => {
      const fill = fillFor(workspace, contextFor(context, workspace.clock));
      await workspaces.reset(workspace.enterpriseId, fill);
      return done;
    }),
    drainWorkspace: ofWorkspace(async ({ enterpriseId }) => {
      await queue.drain(enterpriseId);
      return done;
    }),
    listIngestions: ofWorkspace(async ({ enterpriseId }, { query }) =>
      ok(await listIngestions(storage, enterpriseId, query)),
    ),
    listRequests: ofWorkspace(async ({ enterpriseId }, { query }) =>
      ok(await listRequests(storage, enterpriseId, query)),
    ),
    listFaults: ofWorkspace(async ({ enterpriseId }) => ok(await faults.list(enterpriseId))),
    replaceFaults: ofWorkspace(async ({ enterpriseId }, { body }) => {
      // It has been validated against the description of faults.
      const wanted = body as readonly Fault[];
      const problem = unknownOperation(wanted, 'body');
      if (problem) return errorResponse(400, 'BAD_REQUEST', problem);
      await faults.replace(enterpriseId, wanted);
      return ok(await faults.list(enterpriseId));
    }),
    deleteFaults: ofWorkspace(async ({ enterpriseId }) => {
      await faults.replace(enterpriseId, []);
      return done;
    }),
    ...createLeadHandlers(control, ofWorkspace),
  };
}

function forWorkspace({ storage }: ControlContext): OfWorkspace {
  return (handle) => async (request) => {
    const workspace = await storage.workspaces.get(request.path.enterpriseId ?? '');
    if (workspace) return handle(workspace, request);
    const message =
      'path.enterpriseId names no workspace: create it with POST /_sandbox/workspaces.';
    return errorResponse(404, 'ENTERPRISE_NOT_FOUND', message);
  };
}

async function createWorkspace(
  { storage }: ControlContext,
  { body, context }: ControlRequest,
): Promise<ApiResponse> {
  const fresh = `ent_${context.secret(12)}`;
  const parsed = parseDefinition(body, { enterpriseId: fresh, place: 'body.' });
  if ('problem' in parsed) return errorResponse(400, 'BAD_REQUEST', parsed.problem);
  const { definition } = parsed;
  const tokens = createTokens(context);
  const result = await addWorkspace(storage, { definition, tokens, withRecords: false }, context);
  if (result === 'inserted') {
    return { status: 201, body: credentialsOf(definition.enterpriseId, tokens) };
  }
  const message =
    'body.enterpriseId is taken: leave it out for a fresh one, or delete that workspace first.';
  return errorResponse(409, 'WORKSPACE_ALREADY_EXISTS', message);
}
