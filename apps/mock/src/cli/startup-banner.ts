import type { Mock } from '../options.ts';

/** The addresses and credentials of the sandbox, with an example call. */
export function startupBanner({ url, baseUrls, workspace }: Mock, hasWorkspace: boolean): string {
  if (!hasWorkspace) return bannerOfPartners(url, baseUrls);
  const { enterpriseId, syncToken, asyncToken } = workspace;
  return `telecrm sandbox is listening on ${url}

  Sync API       ${baseUrls.sync}
  Async API      ${baseUrls.async}
  Enterprise ID  ${enterpriseId}
  Sync token     ${syncToken}
  Async token    ${asyncToken}

  Its content, and what it dropped and why: ${url}/_sandbox/

  curl -H "Authorization: Bearer ${syncToken}" ${baseUrls.sync}/enterprise/${enterpriseId}/team-members
`;
}

function bannerOfPartners(url: string, baseUrls: Mock['baseUrls']): string {
  return `telecrm sandbox is listening on ${url}

  Sync API   ${baseUrls.sync}
  Async API  ${baseUrls.async}

  Partners and their workspaces, once you have signed in with the admin token: ${url}/_sandbox/

  curl -X POST -H "Authorization: Bearer $TELECRM_ADMIN_TOKEN" -H "Content-Type: application/json" -d '{"name":"Acme Agency"}' ${url}/_sandbox/partners
`;
}
