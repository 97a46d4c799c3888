import type { OperationError, Result } from '@telecrm/workspace';
import { type ApiResponse, errorResponse } from '../http/api-response.ts';
import { pageOf } from '../lists/page.ts';
import { listLeads, listTimeline } from '../workspaces/leads.ts';
import { type Handlers, type OfTenant, ok } from './handler.ts';

type LeadHandlers = Pick<Handlers, 'listLeads' | 'listTimeline' | 'createTimelineEvent'>;

/** Leads and timelines. */
export function createLeadHandlers(ofTenant: OfTenant): LeadHandlers {
  return {
    listLeads: ofTenant(async (tenant, { query, context }) =>
      ok(await listLeads(tenant, context, query)),
    ),
    listTimeline: ofTenant(async (tenant, { path, query, context }) => {
      const where = { leadId: path.leadId ?? '', page: pageOf(query) };
      return responseOf(200, await listTimeline(tenant, context, where));
    }),
    createTimelineEvent: ofTenant(async (tenant, { path, body, context }) => {
      const workspace = tenant.workspace(context);
      return responseOf(201, await workspace.addTimelineEvent(path.leadId ?? '', body));
    }),
  };
}

function responseOf(status: number, result: Result<unknown>): ApiResponse {
  return result.ok ? { status, body: result.data } : errorOf(result);
}

function errorOf({ code, message }: OperationError): ApiResponse {
  if (code !== 'LEAD_NOT_FOUND') return errorResponse(400, 'BAD_REQUEST', `body: ${message}.`);
  return errorResponse(404, code, 'path.leadId names no lead: GET …/leads lists them.');
}
