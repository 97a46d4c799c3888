import type { SqlReader, SqlTransaction } from '@telecrm/sql';
import type { Ingestion as Outcome } from '@telecrm/workspace';
import { createTimeSlice } from '../leads/time-slice.ts';

/** The lists of an outcome, which can have 250,000 entries. */
const lists = ['actions', 'remarks'] as const;

/** The number of entries in a part. Writing or reading one takes about a millisecond. */
const partSize = 1000;

/** An outcome that is stored in parts, as its column contains it. */
interface Divided {
  readonly parts: number;
  /** The outcome with empty lists. */
  readonly outcome: Outcome;
}

/** A row of `outcome_part`: some entries of a list. */
type Part = { readonly [List in (typeof lists)[number]]?: Outcome[List] };

/**
 * Stores an outcome: a large one in parts, because SQLite and `JSON.parse` would block the thread with the whole of it.
 *
 * @param seq The number of the ingestion.
 * @returns The text for its column.
 */
export async function writeOutcome(
  transaction: SqlTransaction,
  store: number,
  seq: number,
  outcome: Outcome,
): Promise<string> {
  if (outcome.actions.length + outcome.remarks.length <= partSize) return JSON.stringify(outcome);
  const slice = createTimeSlice();
  let parts = 0;
  for (const list of lists) {
    for (let start = 0; start < outcome[list].length; start += partSize) {
      const part = JSON.stringify({ [list]: outcome[list].slice(start, start + partSize) });
      await transaction.run(
        'INSERT INTO outcome_part (store, seq, number, part) VALUES (?, ?, ?, ?)',
        [store, seq, parts++, part],
      );
      await slice.pauseIfOver();
    }
  }
  const divided: Divided = { parts, outcome: { ...outcome, actions: [], remarks: [] } };
  return JSON.stringify(divided);
}

/** Returns the outcome of a column, or `undefined` if it has just been deleted. */
export async function readOutcome(
  reader: SqlReader,
  store: number,
  seq: number,
  text: string,
): Promise<Outcome | undefined> {
  // Only the texts of `writeOutcome` are stored here.
  const stored: Outcome | Divided = JSON.parse(text);
  if (!('parts' in stored)) return stored;
  const { parts, outcome } = stored;
  const entries: { actions: Outcome['actions'][number][]; remarks: Outcome['remarks'][number][] } =
    { actions: [], remarks: [] };
  const slice = createTimeSlice();
  for (let number = 0; number < parts; number++) {
    const [row] = await reader.all<{ part: string }>(
      'SELECT part FROM outcome_part WHERE store = ? AND seq = ? AND number = ?',
      [store, seq, number],
    );
    if (row === undefined) return undefined;
    const { actions = [], remarks = [] }: Part = JSON.parse(row.part);
    entries.actions.push(...actions);
    entries.remarks.push(...remarks);
    await slice.pauseIfOver();
  }
  return { ...outcome, ...entries };
}
