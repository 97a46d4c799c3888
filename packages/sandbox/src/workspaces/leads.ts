import type { Result, SearchPage, TimelineEntry } from '@telecrm/workspace';
import { comparable } from '@telecrm/workspace/store';
import type { CallContext } from '../clock/clock.ts';
import { type Page, pageOf } from '../lists/page.ts';
import type { LeadListRequest, LeadWithId } from './sandbox-workspace.ts';
import type { Tenant } from './tenant.ts';

/** All leads, without the token and the limits of the Sync API. */
export async function listLeads(
  tenant: Tenant,
  context: CallContext,
  { search, ...wanted }: LeadListRequest = {},
): Promise<SearchPage<LeadWithId>> {
  const { store } = tenant.workspace(context);
  const page = pageOf(wanted);
  const query = { fields: [], ...(search !== undefined && { text: comparable(search) }) };
  const { items, total } = await store.searchLeads(query, page);
  const data = items.map(({ id, fields, createdOn, modifiedOn }) => ({
    id,
    fields: { ...fields, created_on: createdOn, modified_on: modifiedOn },
  }));
  return { data, total_count: total, ...page };
}

/** The timeline of a lead with all types of actions. */
export function listTimeline(
  tenant: Tenant,
  context: CallContext,
  { leadId, page }: { leadId: string; page: Page },
): Promise<Result<SearchPage<TimelineEntry>>> {
  const { searchActions } = tenant.workspace(context).operations;
  return searchActions({ path: { leadId }, query: page, body: {} });
}
