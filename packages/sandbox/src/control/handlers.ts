import type { PageResult } from '@telecrm/workspace/store';
import { contextFor } from '../clock/workspace-clock.ts';
import type { Fault } from '../faults/fault.ts';
import { unknownOperation } from '../faults/parse-faults.ts';
import { facts } from '../generated/facts.ts';
import { type Caller, canManage } from '../hosting/callers/caller.ts';
import { type ApiResponse, errorResponse } from '../http/api-response.ts';
import { type Page, pageOf } from '../lists/page.ts';
import type { SandboxStorage } from '../storage/storage.ts';
import type { WorkspaceRecord } from '../storage/workspaces.ts';
import { addWorkspace, createTokens, fillFor } from '../workspaces/add-workspace.ts';
import { credentialsOf } from '../workspaces/credentials.ts';
import { listIngestions, listRequests } from '../workspaces/lists.ts';
import { parseDefinition } from '../workspaces/parse-definition.ts';
import { summariesOf } from '../workspaces/summary.ts';
import type { ControlContext } from './control-context.ts';
import { type ControlRequest, type Handlers, type OfWorkspace, ok } from './handler.ts';
import { createLeadHandlers } from './lead-handlers.ts';
import {
  definitionTooLarge,
  workspaceExpired,
  workspaceNotFound,
  workspaceTaken,
} from './workspace-errors.ts';

const done: ApiResponse = { status: 204 };

export function createHandlers(control: ControlContext, ofWorkspace: OfWorkspace): Handlers {
  const { storage, queue, clock, extension } = control;
  const { workspaces, faults } = storage;
  const { version, fingerprint } = facts;
  return {
    getHealth: () =>
      ok({ status: 'ok', version, fingerprint, ...(extension?.isOpen && { open: true }) }),
    async listWorkspaces({ query, caller }) {
      if (clock.deterministic) await queue.drainAll();
      const page = pageOf(query);
      const { items, total } = await listFor(storage, caller, page);
      return ok({ data: await summariesOf(storage, items), total_count: total, ...page });
    },
    createWorkspace: (request) => createWorkspace(control, request),
    deleteWorkspace: ofWorkspace(async ({ enterpriseId }) => {
      await workspaces.delete(enterpriseId);
      return done;
    }),
    resetWorkspace: ofWorkspace(async (workspace, { context }) => {
      const fill = fillFor(workspace, contextFor(context, workspace.clock));
      const isReset = await workspaces.reset(workspace.enterpriseId, fill);
      return isReset ? done : workspaceNotFound();
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
    replaceFaults: ofWorkspace(async (workspace, { body }) => {
      const { enterpriseId } = workspace;
      // It has been validated against the description of faults.
      const requested = body as readonly Fault[];
      const problem = unknownOperation(requested, 'body');
      if (problem) return errorResponse(400, 'BAD_REQUEST', problem);
      const rejection = extension?.checkFaultQuota(workspace, requested.length);
      if (rejection) return rejection;
      await faults.update(enterpriseId, () => requested);
      return ok(await faults.list(enterpriseId));
    }),
    deleteFaults: ofWorkspace(async ({ enterpriseId }) => {
      await faults.update(enterpriseId, () => []);
      return done;
    }),
    ...createLeadHandlers(control, ofWorkspace),
  };
}

/** Returns a workspace only if the caller can manage it: for others it does not exist. */
export function forWorkspace({ storage, queue, clock }: ControlContext): OfWorkspace {
  return (handle) => async (request) => {
    const workspace = await storage.workspaces.get(request.path.enterpriseId ?? '');
    if (!workspace || !canManage(request.caller, workspace)) return workspaceNotFound();
    if (workspace.state === 'expired' && changesContent(request)) return workspaceExpired();
    // In deterministic mode, a response must not depend on how much of the queue has been processed.
    if (clock.deterministic) await queue.drain(workspace.enterpriseId);
    return handle(workspace, request);
  };
}

function changesContent({ operation: { id, method } }: ControlRequest): boolean {
  return method !== 'GET' && id !== 'deleteWorkspace';
}

/** The workspaces that a caller can manage, oldest first. */
async function listFor(
  { workspaces }: SandboxStorage,
  { actor, partnerId, enterpriseId = '' }: Caller,
  page: Page,
): Promise<PageResult<WorkspaceRecord>> {
  if (actor !== 'open') return workspaces.list(partnerId === null ? {} : { partnerId }, page);
  const workspace = await workspaces.get(enterpriseId);
  const items = workspace && page.skip === 0 ? [workspace] : [];
  return { items, total: workspace ? 1 : 0 };
}

async function createWorkspace(
  { storage, extension }: ControlContext,
  { body, context, caller }: ControlRequest,
): Promise<ApiResponse> {
  const callerSettings = extension?.settingsFor(caller, context.now());
  const enterpriseId = `ent_${context.secret(12)}`;
  // An ID that is already in use would reveal that another workspace exists.
  const sent = callerSettings?.isIdGenerated ? { ...Object(body), enterpriseId } : body;
  const parsed = parseDefinition(sent, { enterpriseId, prefix: 'body.' });
  if ('problem' in parsed) return errorResponse(400, 'BAD_REQUEST', parsed.problem);
  const { definition } = parsed;
  const { maxDefinition = Number.POSITIVE_INFINITY } = callerSettings ?? {};
  if (JSON.stringify(body ?? {}).length > maxDefinition) return definitionTooLarge(maxDefinition);
  const tokens = createTokens(context);
  const settings = { definition, tokens, withRecords: false, ...callerSettings };
  const result = await addWorkspace(storage, settings, context);
  if (result === 'limit' && callerSettings?.limitReached) return callerSettings.limitReached;
  if (result === 'inserted') {
    const rejection = await extension?.withdraw(caller, definition.enterpriseId);
    if (rejection) return rejection;
    return { status: 201, body: credentialsOf(definition.enterpriseId, tokens) };
  }
  return workspaceTaken();
}
