import type { OperationError, Result } from '@telecrm/workspace';
import { contextFor } from '../clock/workspace-clock.ts';
import { type ApiResponse, errorResponse } from '../http/api-response.ts';
import { pageOf } from '../lists/page.ts';
import type { WorkspaceRecord } from '../storage/workspaces.ts';
import { listLeads, listTimeline } from '../workspaces/leads.ts';
import type { ControlContext } from './control-context.ts';
import { type ControlRequest, type Handlers, type OfWorkspace, ok } from './handler.ts';

type LeadHandlers = Pick<Handlers, 'listLeads' | 'listTimeline' | 'createTimelineEvent'>;

/** Leads and timelines. */
export function createLeadHandlers(
  { storage, open }: ControlContext,
  ofWorkspace: OfWorkspace,
): LeadHandlers {
  const opened = (record: WorkspaceRecord, { context }: ControlRequest) =>
    open(record, contextFor(context, record.clock));
  return {
    listLeads: ofWorkspace(async ({ enterpriseId }, { query }) =>
      ok(await listLeads(storage, enterpriseId, query)),
    ),
    listTimeline: ofWorkspace(async (record, request) => {
      const where = { leadId: request.path.leadId ?? '', page: pageOf(request.query) };
      return responseOf(200, await listTimeline(await opened(record, request), where));
    }),
    createTimelineEvent: ofWorkspace(async (record, request) => {
      const { path, body } = request;
      const workspace = await opened(record, request);
      return responseOf(201, await workspace.addTimelineEvent(path.leadId ?? '', body));
    }),
  };
}

function responseOf(status: number, result: Result<unknown>): ApiResponse {
  return result.ok ? { status, body: result.data } : errorOf(result);
}

function errorOf({ code, message }: OperationError): ApiResponse {
  if (code !== 'LEAD_NOT_FOUND') return errorResponse(400, 'BAD_REQUEST', `body: ${message}.`);
  return errorResponse(404, code, 'path.leadId is unknown: GET …/leads lists the leads.');
}
