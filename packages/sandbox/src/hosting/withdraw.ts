import type { ApiResponse } from '../http/api-response.ts';
import type { Caller } from './callers/caller.ts';
import { unauthorized } from './callers/identify.ts';
import type { HostingContext } from './context.ts';

/**
 * Deletes a workspace that a partner has just created or claimed if the partner was deleted concurrently, because
 * nobody could manage it.
 *
 * @returns The response to a key that is no longer valid, or `undefined` if the partner still exists.
 */
export async function withdrawFromDeleted(
  { server: { storage }, options }: HostingContext,
  { partnerId }: Pick<Caller, 'partnerId'>,
  enterpriseId: string,
): Promise<ApiResponse | undefined> {
  if (partnerId === null || (await storage.partners.get(partnerId))) return undefined;
  await storage.workspaces.delete(enterpriseId);
  return unauthorized(options);
}
