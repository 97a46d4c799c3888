import type { Result, SearchPage, TimelineEntry, Workspace } from '@telecrm/workspace';
import { comparable } from '@telecrm/workspace/store';
import { type Page, pageOf } from '../lists/page.ts';
import type { SandboxStorage } from '../storage/storage.ts';
import type { LeadListRequest, LeadWithId } from './sandbox-workspace.ts';

/** All leads, without the token and the limits of the Sync API. */
export async function listLeads(
  storage: SandboxStorage,
  enterpriseId: string,
  { search, ...request }: LeadListRequest = {},
): Promise<SearchPage<LeadWithId>> {
  const store = storage.workspaceStore(enterpriseId);
  const page = pageOf(request);
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
  { operations }: Workspace,
  { leadId, page }: { leadId: string; page: Page },
): Promise<Result<SearchPage<TimelineEntry>>> {
  return operations.searchActions({ path: { leadId }, query: page, body: {} });
}
