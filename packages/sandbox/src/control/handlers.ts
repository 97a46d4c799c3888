import type { Fault } from '../faults/faults.ts';
import { unknownOperation } from '../faults/parse-faults.ts';
import { facts } from '../generated/facts.ts';
import { type ApiResponse, errorResponse } from '../http/api-response.ts';
import { pageOf } from '../lists/page.ts';
import { forgetTokens } from '../rate-limit/limiters.ts';
import { credentialsOf } from '../workspaces/credentials.ts';
import { parseDefinition } from '../workspaces/parse-definition.ts';
import { summaryOf } from '../workspaces/summary.ts';
import type { Tenant } from '../workspaces/tenant.ts';
import {
  type ControlContext,
  type ControlRequest,
  type Handlers,
  type OfTenant,
  ok,
} from './handler.ts';
import { createLeadHandlers } from './lead-handlers.ts';

const done: ApiResponse = { status: 204 };

export function createHandlers(control: ControlContext): Handlers {
  const { registry, limiters } = control;
  const ofTenant = forTenant(control);
  const { version, fingerprint } = facts;
  return {
    getHealth: () => ok({ status: 'ok', version, fingerprint }),
    async listWorkspaces({ query, context }) {
      const { skip, limit } = pageOf(query);
      const all = registry.list();
      const shown = all.slice(skip, skip + limit);
      const data = await Promise.all(shown.map((tenant) => summaryOf(tenant, context)));
      return ok({ data, total_count: all.length, skip, limit });
    },
    createWorkspace: (request) => createWorkspace(control, request),
    deleteWorkspace: ofTenant(({ enterpriseId, tokens }) => {
      forgetTokens(limiters, tokens);
      registry.remove(enterpriseId);
      return done;
    }),
    resetWorkspace: ofTenant(async (tenant, { context }) => {
      forgetTokens(limiters, tenant.tokens);
      await tenant.reset(context);
      return done;
    }),
    drainWorkspace: ofTenant(async ({ ingestions }) => {
      await ingestions.drain();
      return done;
    }),
    listIngestions: ofTenant(({ ingestions }, { query }) => ok(ingestions.list(pageOf(query)))),
    listRequests: ofTenant(({ requests }, { query }) => ok(requests.list(pageOf(query)))),
    listFaults: ofTenant(({ faults }) => ok(faults.list())),
    replaceFaults: ofTenant(replaceFaults),
    deleteFaults: ofTenant(({ faults }) => {
      faults.replace([]);
      return done;
    }),
    ...createLeadHandlers(ofTenant),
  };
}

function forTenant({ registry }: ControlContext): OfTenant {
  return (handle) => (request) => {
    const tenant = registry.get(request.path.enterpriseId ?? '');
    if (tenant) return handle(tenant, request);
    const message =
      'path.enterpriseId names no workspace: create it with POST /_sandbox/workspaces.';
    return errorResponse(404, 'ENTERPRISE_NOT_FOUND', message);
  };
}

async function createWorkspace(
  { registry }: ControlContext,
  { body, context }: ControlRequest,
): Promise<ApiResponse> {
  const enterpriseId = `ent_${context.secret(12)}`;
  const parsed = parseDefinition(body, { enterpriseId, place: 'body.' });
  if ('problem' in parsed) return errorResponse(400, 'BAD_REQUEST', parsed.problem);
  const tenant = await registry.create(parsed.definition, context);
  if (tenant) return { status: 201, body: credentialsOf(tenant) };
  const message =
    'body.enterpriseId is taken: leave it out for a fresh one, or delete that workspace first.';
  return errorResponse(409, 'WORKSPACE_ALREADY_EXISTS', message);
}

function replaceFaults({ faults }: Tenant, { body }: ControlRequest): ApiResponse {
  // It has been validated against the description of faults.
  const wanted = body as readonly Fault[];
  const problem = unknownOperation(wanted, 'body');
  if (problem) return errorResponse(400, 'BAD_REQUEST', problem);
  faults.replace(wanted);
  return ok(faults.list());
}
