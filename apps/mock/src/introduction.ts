import { sandbox } from './sandbox.ts';
import type { Mock } from './start.ts';

/** What a person needs in order to call the mock, with a call to try. */
export function introduce({ url, baseUrls }: Mock): string {
  const { enterpriseId, tokens } = sandbox;
  return `telecrm sandbox is listening on ${url}

  Sync API       ${baseUrls.sync}
  Async API      ${baseUrls.async}
  Enterprise ID  ${enterpriseId}
  Sync token     ${tokens.sync}
  Async token    ${tokens.async}

  What it holds, what it dropped and why: ${url}/_sandbox/

  curl -H "Authorization: Bearer ${tokens.sync}" ${baseUrls.sync}/enterprise/${enterpriseId}/team-members
`;
}
