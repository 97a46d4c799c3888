import type { OperationError, Result } from '@telecrm/workspace';
import { failure, type MockResponse } from '../envelope.ts';
import { type Handlers, type OfTenant, ok, pageOf } from './handlers.ts';

type LeadHandlers = Pick<Handlers, 'listLeads' | 'listTimeline' | 'createTimelineEvent'>;

/** Leads and timelines from within: what the Sync API would show, without its token and its limits. */
export function createLeadHandlers(ofTenant: OfTenant): LeadHandlers {
  return {
    listLeads: ofTenant(async ({ workspace }, { query }) => {
      const found = await workspace.operations.searchLeads({ query: pageOf(query), body: {} });
      return shown(found);
    }),
    listTimeline: ofTenant(async ({ workspace }, { params, query }) => {
      const path = { leadId: params.leadId ?? '' };
      const search = { path, query: pageOf(query), body: {} };
      return shown(await workspace.operations.searchActions(search));
    }),
    createTimelineEvent: ofTenant(async ({ workspace }, { params, body }) => {
      const added = await workspace.addTimelineEvent(params.leadId ?? '', body);
      return added.ok ? { statusCode: 201, body: added.data } : refused(added);
    }),
  };
}

function shown(result: Result<unknown>): MockResponse {
  return result.ok ? ok(result.data) : refused(result);
}

function refused({ code, message }: OperationError): MockResponse {
  if (code !== 'LEAD_NOT_FOUND') return failure(400, 'BAD_REQUEST', `body: ${message}.`);
  return failure(404, code, 'path.leadId names no lead: GET …/leads lists them.');
}
