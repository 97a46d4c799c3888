import type {
  TokenGrant,
  WorkspaceRecord,
  WorkspaceStorage,
  WorkspaceUsage,
} from '@telecrm/sandbox/storage';
import type { Database } from '@telecrm/sql';
import { countRows } from '../leads/search-leads.ts';
import type { RequestLog } from '../sandbox/request-log.ts';
import { keyOf } from '../tables/text.ts';
import { changeWorkspace, deleteTokens, deleteWorkspace, renewStores } from './change-workspace.ts';
import { copyContent } from './copy-content.ts';
import { expireWorkspaces } from './expire.ts';
import {
  allWorkspaces,
  countWorkspaces,
  insertTokens,
  insertWorkspace,
} from './insert-workspace.ts';
import { changeWithin, enter, lockOf, scopeOf } from './place.ts';
import {
  createToRecord,
  findToken,
  findWorkspace,
  type WorkspaceRow,
  workspaceColumns,
} from './rows.ts';
import type { UseBuffer } from './use-buffer.ts';
import { storeWithin } from './workspace-store.ts';

/** The dependencies on other parts of a storage. */
export interface WorkspaceParts {
  readonly uses: UseBuffer;
  /** Discards the buffered records of a workspace in this process. */
  discard(enterpriseId: string): void;
  countRequests: RequestLog['count'];
  /** Called when there are stores to delete. */
  onDeleted(): void;
}

const nothing: WorkspaceUsage = {
  ...{ leads: 0, actions: 0, bytes: 0, ingestions: 0, queued: 0, requests: 0, faults: 0 },
};

/** The workspaces in a database. */
export function createSqlWorkspaces(database: Database, parts: WorkspaceParts): WorkspaceStorage {
  const { dialect } = database;
  const { uses, discard } = parts;
  const toRecord = createToRecord();
  const endChange = (enterpriseId: string, isChanged = false) => {
    if (isChanged) {
      discard(enterpriseId);
      parts.onDeleted();
    }
    return isChanged;
  };

  return {
    insert: (workspace, { fill, limit }) =>
      database.transaction(
        (transaction) =>
          insertWorkspace(transaction, dialect, workspace, limit, (content) =>
            fill(storeWithin(transaction, dialect, content)),
          ),
        allWorkspaces,
      ),

    clone: (source, workspace, { limit }) =>
      database.transaction(
        async (transaction) => {
          await transaction.lock(lockOf(source));
          const original = await findWorkspace(transaction, source);
          if (original === undefined || original.state === 'expired') return 'no-source';
          return insertWorkspace(transaction, dialect, workspace, limit, (content) =>
            copyContent(transaction, dialect, original.content, content),
          );
        },
        { ...allWorkspaces, isLarge: true },
      ),

    async get(enterpriseId) {
      const row = await findWorkspace(database, enterpriseId);
      return row && toRecord(database, row);
    },

    async findByToken(hash): Promise<TokenGrant | undefined> {
      const row = await findToken(database, hash);
      if (row === undefined) return undefined;
      const workspace = await toRecord(database, row);
      if (workspace === undefined) return undefined;
      return { workspace, api: row.api, hasQueued: row.queued > 0, hasFaults: row.faults > 0 };
    },

    list: ({ partnerId }, { skip, limit }) =>
      database.read(async (reader) => {
        const condition = partnerId === null ? 'w.partner_id IS NULL' : 'w.partner_id = ?';
        const where = partnerId === undefined ? '' : `WHERE ${condition}`;
        const values = typeof partnerId === 'string' ? [partnerId] : [];
        const [count] = await reader.all<{ total: number }>(
          `SELECT count(*) AS total FROM workspace w ${where}`,
          values,
        );
        const rows = await reader.all<WorkspaceRow>(
          `SELECT ${workspaceColumns} FROM workspace w ${where} ORDER BY w.number LIMIT ? OFFSET ?`,
          [...values, limit, skip],
        );
        const items: WorkspaceRecord[] = [];
        for (const row of rows) {
          const record = await toRecord(reader, row);
          if (record) items.push(record);
        }
        return { items, total: count?.total ?? 0 };
      }),

    async usage(enterpriseIds) {
      await uses.flush();
      return database.read(async (reader) => {
        const all: WorkspaceUsage[] = [];
        for (const enterpriseId of enterpriseIds) {
          const row = await findWorkspace(reader, enterpriseId);
          if (row === undefined || !(await enter(reader, dialect, enterpriseId))) {
            all.push(nothing);
            continue;
          }
          const { bytes, ingestions, queued, faults, content, history } = row;
          all.push({
            leads: await countRows(reader, 'lead', content),
            actions: await countRows(reader, 'action', content),
            requests: await parts.countRequests(reader, enterpriseId, history),
            ...{ bytes, ingestions, queued, faults },
          });
        }
        return all;
      });
    },

    async update(enterpriseId, change) {
      const row = await database.transaction(async (transaction) => {
        const before = await findWorkspace(transaction, enterpriseId);
        if (before === undefined) return undefined;
        const record = await toRecord(transaction, before);
        if (record === undefined) return undefined;
        const { tokenHashes, clock, expiresOn, definition } = change(record);
        await changeWorkspace(transaction, dialect, before.number, {
          ...(clock && { clock: JSON.stringify(clock) }),
          ...(definition && { definition: JSON.stringify(definition) }),
          ...(expiresOn !== undefined && { expires_on: expiresOn }),
          ...(tokenHashes && { sync_hash: tokenHashes.sync, async_hash: tokenHashes.async }),
        });
        if (tokenHashes && before.state !== 'expired') {
          await deleteTokens(transaction, before.number);
          await insertTokens(transaction, before.number, tokenHashes);
        }
        return findWorkspace(transaction, enterpriseId);
      }, scopeOf(enterpriseId));
      return row && toRecord(database, row);
    },

    claim: (enterpriseId, { partnerId, expiresOn, limit }) =>
      database.transaction(async (transaction) => {
        await transaction.lock(lockOf(enterpriseId));
        const row = await findWorkspace(transaction, enterpriseId);
        if (row?.state !== 'unclaimed') return 'not-unclaimed';
        if (limit !== undefined) {
          if ((await countWorkspaces(transaction, partnerId, 'live')) >= limit) return 'limit';
        }
        const change = { partner_id: partnerId, state: 'live', expires_on: expiresOn };
        await changeWorkspace(transaction, dialect, row.number, change);
        return 'claimed';
      }, allWorkspaces),

    addBytes: (enterpriseId, bytes, limit) =>
      database.transaction(async (transaction) => {
        const key = keyOf(enterpriseId);
        const counted = await transaction.run(
          'UPDATE workspace SET bytes = bytes + ? WHERE enterprise_key = ? AND bytes + ? <= ?',
          [bytes, key, bytes, limit],
        );
        return counted > 0 || (await findWorkspace(transaction, enterpriseId)) === undefined;
      }, scopeOf(enterpriseId)),

    use: (enterpriseId, use) => uses.add(enterpriseId, use),

    async reset(enterpriseId, fill) {
      const isReset = await changeWithin(database, enterpriseId, async (transaction, place) => {
        const { content } = await renewStores(transaction, dialect, {
          ...place,
          enterpriseId,
        });
        await fill(storeWithin(transaction, dialect, content));
        return true;
      });
      return endChange(enterpriseId, isReset);
    },

    async delete(enterpriseId) {
      const isDeleted = await database.transaction(async (transaction) => {
        const row = await findWorkspace(transaction, enterpriseId);
        if (row) await deleteWorkspace(transaction, { ...row, enterpriseId });
        return row !== undefined;
      }, scopeOf(enterpriseId));
      return endChange(enterpriseId, isDeleted);
    },

    async expire(times) {
      await uses.flush();
      const expired = await expireWorkspaces(database, times);
      parts.onDeleted();
      return expired;
    },
  };
}
