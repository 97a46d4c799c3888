import { type Ingestion, ingestionOf } from '../ingestions/ingestion.ts';
import { type Page, type PageOf, pageOf } from '../lists/page.ts';
import type { LoggedRequest } from '../requests/logged-request.ts';
import type { SandboxStorage } from '../storage/storage.ts';

/** Lists the ingestions of a workspace. */
export async function listIngestions(
  { ingestions }: SandboxStorage,
  enterpriseId: string,
  request?: Partial<Page>,
): Promise<PageOf<Ingestion>> {
  const page = pageOf(request);
  const { items, total } = await ingestions.list(enterpriseId, page);
  return { data: items.map(ingestionOf), total_count: total, ...page };
}

/** Lists the requests to a workspace. */
export async function listRequests(
  { requests }: SandboxStorage,
  enterpriseId: string,
  request?: Partial<Page>,
): Promise<PageOf<LoggedRequest>> {
  const page = pageOf(request);
  const { items, total } = await requests.list(enterpriseId, page);
  return { data: [...items], total_count: total, ...page };
}
