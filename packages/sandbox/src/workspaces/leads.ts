import type { Result, SearchPage, TimelineEntry } from '@telecrm/workspace';
import type { CallContext } from '../clock/clock.ts';
import type { Page } from '../lists/page.ts';
import type { LeadWithId } from './sandbox-workspace.ts';
import type { Tenant } from './tenant.ts';

/** Leads from within: what the Sync API would show, without its token and its limits. */
export async function listLeads(
  tenant: Tenant,
  context: CallContext,
  page: Page,
): Promise<SearchPage<LeadWithId>> {
  const { store } = tenant.workspace(context);
  const { items, total } = await store.searchLeads({ fields: [] }, page);
  const data = items.map(({ id, fields, createdOn, modifiedOn }) => ({
    id,
    fields: { ...fields, created_on: createdOn, modified_on: modifiedOn },
  }));
  return { data, total_count: total, ...page };
}

/** The timeline of a lead, all types of action. */
export function listTimeline(
  tenant: Tenant,
  context: CallContext,
  { leadId, page }: { leadId: string; page: Page },
): Promise<Result<SearchPage<TimelineEntry>>> {
  const { searchActions } = tenant.workspace(context).operations;
  return searchActions({ path: { leadId }, query: page, body: {} });
}
