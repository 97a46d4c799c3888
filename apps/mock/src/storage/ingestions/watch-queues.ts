import type { Database } from '@telecrm/sql';

/** The polling interval, and how long overdue a queue must be to count as abandoned, in milliseconds. */
const intervalMs = 1000;
const overdueMs = 2000;

/** Calls back with the queues that may not be scheduled by any process. */
export function watchQueues(
  database: Database,
  onQueued: (enterpriseId: string, dueAt: number) => void,
): () => void {
  let stopped = false;

  const poll = async (dueBefore: number) => {
    const rows = await database.read((reader) =>
      reader.all<{ enterprise_id: string; next_due_at: number }>(
        'SELECT enterprise_id, next_due_at FROM workspace WHERE next_due_at < ? ORDER BY next_due_at',
        [dueBefore],
      ),
    );
    for (const { enterprise_id, next_due_at } of rows) {
      if (!stopped) onQueued(enterprise_id, next_due_at);
    }
  };

  // A database that cannot be reached at the moment is queried again.
  const timer = setInterval(() => void poll(Date.now() - overdueMs).catch(() => {}), intervalMs);
  timer.unref();
  // Bodies that were queued before this process started.
  void poll(Number.MAX_SAFE_INTEGER).catch(() => {});
  return () => {
    stopped = true;
    clearInterval(timer);
  };
}
