import type { DocsServer } from '@telecrm/docs';
import type { Mock, Sandbox } from '@telecrm/mock';

/** What is printed once both servers listen. */
export function announcement(
  docs: Pick<DocsServer, 'url'>,
  mock: Pick<Mock, 'url' | 'baseUrls'>,
  { enterpriseId, tokens }: Sandbox,
): string {
  return `
Docs           ${docs.url}
Mock           ${mock.url}
Its page       ${mock.url}/_sandbox/ shows the outcome of each call

Enterprise ID  ${enterpriseId}
Sync           ${mock.baseUrls.sync}, token ${tokens.sync}
Async          ${mock.baseUrls.async}, token ${tokens.async}

Try it:
curl -H "Authorization: Bearer ${tokens.sync}" "${mock.baseUrls.sync}/enterprise/${enterpriseId}/team-members"

Ctrl-C stops both.`;
}
