import type { Database } from '@telecrm/sql';

/** The number of calls of a deterministic sandbox. */
export interface CallCount {
  read(): Promise<number>;
  save(count: number): void;
  flush(): Promise<void>;
}

export function createCallCount(database: Database): CallCount {
  let pending: number | undefined;
  return {
    async read() {
      if (pending !== undefined) return pending;
      const [row] = await database.read((reader) =>
        reader.all<{ value: number }>(`SELECT value FROM counter WHERE name = 'calls'`),
      );
      return row?.value ?? 0;
    },
    save(count) {
      pending = count;
    },
    async flush() {
      if (pending === undefined) return;
      const count = pending;
      await database.transaction(
        (transaction) =>
          transaction.run(`UPDATE counter SET value = ? WHERE name = 'calls'`, [count]),
        { lock: 'calls' },
      );
    },
  };
}
