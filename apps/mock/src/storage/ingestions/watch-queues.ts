import type { Database } from '@telecrm/sql';

/** How often queues are looked at, and how long something must be overdue to have been left behind, in milliseconds. */
const intervalMs = 1000;
const overdueMs = 2000;

/** Calls back with the queues that nobody may be about to process. */
export function watchQueues(
  database: Database,
  onQueued: (enterpriseId: string, dueAt: number) => void,
): () => void {
  let stopped = false;

  const look = async (dueBefore: number) => {
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

  // A database that cannot be reached at the moment is asked again.
  const timer = setInterval(() => void look(Date.now() - overdueMs).catch(() => {}), intervalMs);
  timer.unref();
  // What was queued before this process started.
  void look(Number.MAX_SAFE_INTEGER).catch(() => {});
  return () => {
    stopped = true;
    clearInterval(timer);
  };
}
