import type { Mock } from '../options.ts';

/** What a person needs in order to call the sandbox, with a call to try. */
export function startupBanner({ url, baseUrls, workspace }: Mock): string {
  const { enterpriseId, syncToken, asyncToken } = workspace;
  return `telecrm sandbox is listening on ${url}

  Sync API       ${baseUrls.sync}
  Async API      ${baseUrls.async}
  Enterprise ID  ${enterpriseId}
  Sync token     ${syncToken}
  Async token    ${asyncToken}

  What it holds, what it dropped and why: ${url}/_sandbox/

  curl -H "Authorization: Bearer ${syncToken}" ${baseUrls.sync}/enterprise/${enterpriseId}/team-members
`;
}
