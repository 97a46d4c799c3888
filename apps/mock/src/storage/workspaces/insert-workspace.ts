import type { InsertResult, NewWorkspace } from '@telecrm/sandbox/storage';
import type { DialectName, SqlTransaction } from '@telecrm/sql';
import { nextNumber } from '../tables/numbers.ts';
import { keyOf } from '../tables/text.ts';
import { see } from './place.ts';

/** Serializes inserts and claims, which makes limits exact. */
export const allWorkspaces = { lock: 'workspaces' };

/**
 * Inserts a workspace and fills its content.
 *
 * @param fill Writes the content to the store with this number, within the transaction.
 */
export async function insertWorkspace(
  transaction: SqlTransaction,
  dialect: DialectName,
  workspace: NewWorkspace,
  limit: number | undefined,
  fill: (content: number) => Promise<void>,
): Promise<InsertResult> {
  const problem = await whyNot(transaction, workspace, limit);
  if (problem) return problem;
  const number = await nextNumber(transaction, dialect);
  const content = await nextNumber(transaction, dialect);
  const history = await nextNumber(transaction, dialect);
  const { enterpriseId, partnerId, state, tokenHashes, definition, clock } = workspace;
  await transaction.run(
    `INSERT INTO workspace
       (number, enterprise_key, enterprise_id, partner_id, state, sync_hash, async_hash, definition,
        with_records, clock, created_on, last_used_on, expires_on, revision, content, history,
        bytes, faults, ingestions, ingestion_weight, queued)
     VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, 0, 0, 0, 0, 0)`,
    [
      ...[number, keyOf(enterpriseId), enterpriseId, partnerId, state],
      ...[tokenHashes.sync, tokenHashes.async, JSON.stringify(definition)],
      ...[workspace.withRecords ? 1 : 0, JSON.stringify(clock), workspace.createdOn],
      ...[workspace.lastUsedOn, workspace.expiresOn, number, content, history],
    ],
  );
  if (state !== 'expired') await insertTokens(transaction, number, tokenHashes);
  await see(transaction, dialect, { content, history });
  await fill(content);
  return 'inserted';
}

async function whyNot(
  transaction: SqlTransaction,
  { enterpriseId, tokenHashes, partnerId, state }: NewWorkspace,
  limit: number | undefined,
): Promise<Exclude<InsertResult, 'inserted'> | undefined> {
  const sameId = await transaction.all('SELECT 1 FROM workspace WHERE enterprise_key = ?', [
    keyOf(enterpriseId),
  ]);
  if (sameId.length > 0) return 'id-taken';
  const sameToken = await transaction.all('SELECT 1 FROM token WHERE hash IN (?, ?)', [
    ...[tokenHashes.sync, tokenHashes.async],
  ]);
  if (sameToken.length > 0) return 'token-taken';
  if (limit === undefined) return undefined;
  return (await countWorkspaces(transaction, partnerId, state)) >= limit ? 'limit' : undefined;
}

export async function countWorkspaces(
  transaction: SqlTransaction,
  partnerId: string | null,
  state: NewWorkspace['state'],
): Promise<number> {
  const [row] = await transaction.all<{ count: number }>(
    `SELECT count(*) AS count FROM workspace
     WHERE state = ? AND ${partnerId === null ? 'partner_id IS NULL' : 'partner_id = ?'}`,
    partnerId === null ? [state] : [state, partnerId],
  );
  return row?.count ?? 0;
}

export async function insertTokens(
  transaction: SqlTransaction,
  number: number,
  { sync, async }: NewWorkspace['tokenHashes'],
): Promise<void> {
  await transaction.run('INSERT INTO token (hash, workspace, api) VALUES (?, ?, ?), (?, ?, ?)', [
    ...[sync, number, 'sync'],
    ...[async, number, 'async'],
  ]);
}
