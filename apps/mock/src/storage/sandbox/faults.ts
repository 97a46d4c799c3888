import type { Fault, FaultStorage } from '@telecrm/sandbox/storage';
import type { Database, SqlTransaction } from '@telecrm/sql';
import { changeWithin, enter, type Place } from '../workspaces/place.ts';

interface FaultRow {
  seq: number;
  fault: string;
}

/** The faults of all workspaces in a database. */
export function createSqlFaults(database: Database): FaultStorage {
  const { dialect } = database;

  return {
    list: (enterpriseId) =>
      database.read(async (reader) => {
        const place = await enter(reader, dialect, enterpriseId);
        const rows = await reader.all<FaultRow>(
          'SELECT seq, fault FROM fault WHERE store = ? ORDER BY seq',
          [place?.history ?? 0],
        );
        return rows.map(toFault);
      }),

    update: (enterpriseId, change) =>
      changeWithin(database, enterpriseId, async (transaction, place) => {
        const rows = await transaction.all<FaultRow>(
          'SELECT seq, fault FROM fault WHERE store = ? ORDER BY seq',
          [place.history],
        );
        const faults = change(rows.map(toFault));
        await transaction.run('DELETE FROM fault WHERE store = ?', [place.history]);
        await insert(transaction, place, faults);
        await count(transaction, place);
        return faults;
      }),

    take: (enterpriseId, operationId) =>
      changeWithin(database, enterpriseId, async (transaction, place) => {
        const [row] = await transaction.all<FaultRow>(
          `SELECT seq, fault FROM fault
           WHERE store = ? AND (operation_id IS NULL OR operation_id = ?) ORDER BY seq LIMIT 1`,
          [place.history, operationId],
        );
        if (row === undefined) return undefined;
        const fault = toFault(row);
        if (fault.times === undefined) return fault;
        const key = [place.history, row.seq];
        if (fault.times > 1) {
          const left = JSON.stringify({ ...fault, times: fault.times - 1 });
          await transaction.run('UPDATE fault SET fault = ? WHERE store = ? AND seq = ?', [
            left,
            ...key,
          ]);
        } else {
          await transaction.run('DELETE FROM fault WHERE store = ? AND seq = ?', key);
          await count(transaction, place);
        }
        return fault;
      }),
  };
}

async function insert(
  transaction: SqlTransaction,
  { history }: Place,
  faults: readonly Fault[],
): Promise<void> {
  for (const [index, fault] of faults.entries()) {
    await transaction.run(
      'INSERT INTO fault (store, seq, operation_id, fault) VALUES (?, ?, ?, ?)',
      [history, index + 1, fault.operationId ?? null, JSON.stringify(fault)],
    );
  }
}

/** Updates the count in the workspace, which every request reads. */
async function count(transaction: SqlTransaction, { number, history }: Place): Promise<void> {
  await transaction.run(
    'UPDATE workspace SET faults = (SELECT count(*) FROM fault WHERE store = ?) WHERE number = ?',
    [history, number],
  );
}

function toFault({ fault }: FaultRow): Fault {
  // Only `JSON.stringify` of a fault is stored here.
  return JSON.parse(fault);
}
