import type { DocsServer } from '@telecrm/docs';
import type { Mock } from '@telecrm/mock';

/** The message that is printed once both servers listen. */
export function announcement(
  docs: Pick<DocsServer, 'url'>,
  mock: Pick<Mock, 'url' | 'baseUrls' | 'workspace'>,
): string {
  const { enterpriseId, syncToken, asyncToken } = mock.workspace;
  return `
Docs           ${docs.url}
Sandbox        ${mock.url}
Console        ${mock.url}/_sandbox/ shows what became of each call

Enterprise ID  ${enterpriseId}
Sync           ${mock.baseUrls.sync}, token ${syncToken}
Async          ${mock.baseUrls.async}, token ${asyncToken}

Try it:
curl -H "Authorization: Bearer ${syncToken}" "${mock.baseUrls.sync}/enterprise/${enterpriseId}/team-members"

Ctrl-C stops both.`;
}
