import type { NewWorkspace } from '@telecrm/sandbox/storage';
import type { Database } from '@telecrm/sql';
import { defaultDefinition } from '@telecrm/workspace';
import { allWorkspaces, insertWorkspace } from '../workspaces/insert-workspace.ts';

/** A workspace whose token hashes are derived from its ID. */
export function newWorkspace(enterpriseId: string): NewWorkspace {
  return {
    enterpriseId,
    partnerId: null,
    state: 'live',
    tokenHashes: { sync: `s-${enterpriseId}`, async: `a-${enterpriseId}` },
    definition: { ...defaultDefinition, enterpriseId },
    withRecords: false,
    clock: { offsetMs: 0 },
    ...{ createdOn: 1, lastUsedOn: 1, expiresOn: null },
  };
}

/** Inserts a workspace without any content. */
export async function insertEmptyWorkspace(
  database: Database,
  enterpriseId: string,
): Promise<void> {
  await database.transaction(
    (transaction) =>
      insertWorkspace(
        transaction,
        database.dialect,
        newWorkspace(enterpriseId),
        undefined,
        async () => {},
      ),
    allWorkspaces,
  );
}
