import { setTimeout } from 'node:timers/promises';
import {
  createLocalRateLimits,
  type SandboxStorage,
  type StorageTotals,
} from '@telecrm/sandbox/storage';
import type { Database } from '@telecrm/sql';
import { createSqlAudit } from '../hosting/audit.ts';
import { createSqlCreations } from '../hosting/creations.ts';
import { createSqlIngestions } from '../ingestions/ingestions.ts';
import { removeDeletedStores } from '../workspaces/deleted-stores.ts';
import { createUseBuffer } from '../workspaces/use-buffer.ts';
import { createWorkspaceStore } from '../workspaces/workspace-store.ts';
import { createSqlWorkspaces } from '../workspaces/workspaces.ts';
import { runInBackground } from './background.ts';
import { createCallCount } from './call-count.ts';
import { createSqlFaults } from './faults.ts';
import { createSqlPartners } from './partners.ts';
import { createSharedPartnerRateLimits, createSharedRateLimits } from './rate-limits.ts';
import { createRequestLog } from './request-log.ts';
import { createSqlSnapshots } from './snapshots.ts';
import { sayUnavailable } from './unavailable.ts';

/** The interval of writing buffered records, in milliseconds. */
const flushMs = 1000;

/** The maximum time for the last writes to a database server, in milliseconds. */
const lastWritesMs = 800;

/** The interval of looking for stores whose deletion has failed, in milliseconds. */
const deleteMs = 60_000;

/**
 * The storage of a sandbox in a database that already has its tables. Closing it closes the database.
 *
 * @param opened A database with the tables of `schema`.
 */
export function createSqlStorage(opened: Database): SandboxStorage {
  const database = sayUnavailable(opened);
  const uses = createUseBuffer(database);
  const requests = createRequestLog(database);
  const calls = createCallCount(database);
  const isShared = database.dialect === 'postgres';
  const rateLimits = isShared ? createSharedRateLimits(database) : createLocalRateLimits();
  const flush = async () => {
    await Promise.all([uses.flush(), requests.flush(), calls.flush()]);
  };
  const flushing = runInBackground(flush, flushMs);
  const isStopped = new AbortController();
  const deleting = runInBackground(() => removeDeletedStores(database, isStopped.signal), deleteMs);
  deleting.soon();
  let closing: Promise<void> | undefined;

  const finish = async () => {
    await Promise.all([flushing.stop(), deleting.stop()]);
    await flush();
  };
  const close = async () => {
    isStopped.abort();
    const finished = finish();
    // Only a server can fail to respond. A file must not be closed while it is written.
    const late = isShared ? [setTimeout(lastWritesMs, undefined, { ref: false })] : [];
    try {
      await Promise.race([finished, ...late]);
    } finally {
      await database.close();
    }
  };

  return {
    workspaces: createSqlWorkspaces(database, {
      uses,
      discard(enterpriseId) {
        uses.discard(enterpriseId);
        requests.discard(enterpriseId);
        rateLimits.discard(enterpriseId);
      },
      countRequests: requests.count,
      onDeleted: deleting.soon,
    }),
    partners: createSqlPartners(database, deleting.soon),
    ingestions: createSqlIngestions(database),
    faults: createSqlFaults(database),
    rateLimits,
    requests,
    snapshots: createSqlSnapshots(database, deleting.soon),
    hosting: {
      audit: createSqlAudit(database),
      creations: createSqlCreations(database),
      partnerRateLimits: isShared
        ? createSharedPartnerRateLimits(database)
        : createLocalRateLimits(),
    },
    workspaceStore: (enterpriseId) => createWorkspaceStore(database, enterpriseId),
    totals: () => totalsOf(database),
    async check() {
      await database.transaction(
        (transaction) =>
          transaction.run(`UPDATE counter SET value = value + 1 WHERE name = 'checks'`),
        { lock: 'checks' },
      );
    },
    readCallCount: calls.read,
    saveCallCount: calls.save,
    close: () => (closing ??= close()),
  };
}

async function totalsOf(database: Database): Promise<StorageTotals> {
  const [row] = await database.all<{ workspaces: number; queued: number; since: number | null }>(
    `SELECT count(*) AS workspaces, CAST(COALESCE(SUM(queued), 0) AS BIGINT) AS queued,
         MIN(queued_since) AS since FROM workspace`,
  );
  const { workspaces = 0, queued = 0, since = null } = row ?? {};
  return { workspaces, queued, oldestQueuedAt: since };
}
