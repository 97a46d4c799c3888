import { type DefinitionProblem, resolveDefinition } from '@telecrm/workspace';
import {
  type ControlRequest,
  type HostingHandlers,
  type OfWorkspace,
  ok,
} from '../../control/handler.ts';
import { workspaceNotFound, workspaceTaken } from '../../control/workspace-errors.ts';
import { type ApiResponse, errorResponse } from '../../http/api-response.ts';
import type { WorkspaceRecord } from '../../storage/workspaces.ts';
import { hashToken } from '../../tokens/hash-token.ts';
import { createTokens, hashTokens, newWorkspace } from '../../workspaces/add-workspace.ts';
import { credentialsOf } from '../../workspaces/credentials.ts';
import { describeProblems } from '../../workspaces/parse-definition.ts';
import type { HostingContext } from '../context.ts';
import { quotaExceeded, unclaimedExceeded } from '../quotas/quota-response.ts';
import { withdrawFromDeleted } from '../withdraw.ts';
import { clockOf } from './clock-handlers.ts';

/** Handlers of operations on workspaces that only a shared sandbox has. */
export function createWorkspaceHandlers(
  context: HostingContext,
  ofWorkspace: OfWorkspace,
): HostingHandlers<'workspaces'> {
  const { server, quotas, quotasOf, expiryOf, now } = context;
  const { workspaces } = server.storage;
  /** Adds the variants in the body to others. */
  const changeVariants = async (
    { enterpriseId, definition }: WorkspaceRecord,
    { body }: ControlRequest,
    others: (current: WorkspaceRecord) => object,
  ) => {
    const resolved = resolveDefinition({ variants: body }, definition);
    if (!resolved.ok) return errorResponse(400, 'BAD_REQUEST', variantProblem(resolved.problems));
    const { variants } = resolved.definition;
    const changed = await workspaces.update(enterpriseId, (current) => ({
      definition: { ...current.definition, variants: { ...others(current), ...variants } },
    }));
    return changed ? ok(changed.definition.variants) : workspaceNotFound();
  };
  return {
    getWorkspace: ofWorkspace(async (workspace) => {
      const { enterpriseId, state, partnerId, createdOn, lastUsedOn, expiresOn } = workspace;
      const [usage] = await workspaces.usage([enterpriseId]);
      return ok({
        ...{ enterpriseId, state, partnerId, createdOn, lastUsedOn, expiresOn, usage },
        clock: clockOf(workspace, now()),
        variants: workspace.definition.variants,
        quotas: quotasOf(workspace) ?? null,
      });
    }),
    async claimWorkspace({ path, body, caller }) {
      const { enterpriseId = '' } = path;
      const { partnerId } = caller;
      if (partnerId === null) return partnersOnly();
      // It has been validated against the description.
      const { syncToken } = body as { syncToken: string };
      const grant = await workspaces.findByToken(await hashToken(syncToken));
      if (grant?.api !== 'sync' || grant.workspace.enterpriseId !== enterpriseId) {
        return workspaceNotFound();
      }
      const limit = quotas.partner.workspaces;
      const expiresOn = expiryOf({ partnerId, state: 'live', expiresOn: null }, now());
      const result = await workspaces.claim(enterpriseId, { partnerId, expiresOn, limit });
      if (result === 'limit') return quotaExceeded('workspaces', limit);
      if (result !== 'claimed') return workspaceNotFound();
      return (await withdrawFromDeleted(context, caller, enterpriseId)) ?? { status: 204 };
    },
    cloneWorkspace: ofWorkspace((workspace, request) =>
      cloneWorkspace(context, workspace, request),
    ),
    replaceTokens: ofWorkspace(async ({ enterpriseId }, request) => {
      const tokens = createTokens(request.context);
      const tokenHashes = await hashTokens(tokens);
      const changed = await workspaces.update(enterpriseId, () => ({ tokenHashes }));
      return changed ? ok(credentialsOf(enterpriseId, tokens)) : workspaceNotFound();
    }),
    setVariants: ofWorkspace((workspace, request) =>
      changeVariants(workspace, request, () => ({})),
    ),
    changeVariants: ofWorkspace((workspace, request) =>
      changeVariants(workspace, request, (current) => current.definition.variants),
    ),
  };
}

function variantProblem(problems: readonly DefinitionProblem[]): string {
  return describeProblems(problems, (field) => field.replace(/^variants/, 'body'));
}

async function cloneWorkspace(
  hosting: HostingContext,
  source: WorkspaceRecord,
  { body, context, caller }: ControlRequest,
): Promise<ApiResponse> {
  const { server, quotasOf, expiryOf, now } = hosting;
  // It has been validated against the description.
  const { enterpriseId: requestedId } = (body ?? {}) as { enterpriseId?: string };
  // An ID that is already in use would reveal that another workspace exists.
  const canChoose = caller.actor === 'admin' || caller.actor === 'operator';
  const enterpriseId = (canChoose ? requestedId : undefined) ?? `ent_${context.secret(12)}`;
  const resolved = resolveDefinition({ ...source.definition, enterpriseId });
  if (!resolved.ok) throw new Error('The definition of a workspace is complete');
  const { partnerId, state, withRecords } = source;
  const tokens = createTokens(context);
  const settings = {
    ...{ definition: resolved.definition, partnerId, state, withRecords },
    expiresOn: expiryOf({ partnerId, state, expiresOn: null }, now()),
  };
  const copy = newWorkspace(settings, await hashTokens(tokens), context.now());
  const limit = quotasOf(source)?.workspaces;
  const result = await server.storage.workspaces.clone(
    source.enterpriseId,
    { ...copy, clock: source.clock },
    { ...(limit !== undefined && { limit }) },
  );
  if (result === 'inserted') {
    const rejection = await withdrawFromDeleted(hosting, { partnerId }, enterpriseId);
    return rejection ?? { status: 201, body: credentialsOf(enterpriseId, tokens) };
  }
  if (result === 'limit') {
    const isOpen = caller.actor === 'open';
    return isOpen ? unclaimedExceeded(limit ?? 0) : quotaExceeded('workspaces', limit ?? 0);
  }
  return result === 'no-source' ? workspaceNotFound() : workspaceTaken();
}

function partnersOnly(): ApiResponse {
  const message =
    "Only a partner can claim a workspace: send Authorization: Bearer with a partner's key.";
  return errorResponse(403, 'FORBIDDEN', message);
}
