import { type FieldRules, type SyncClient, verifyMany } from '@telecrm/client';
import { asLead } from '../plan/payload.ts';

/** A queued row, and the lead that is expected from it. */
export interface ExpectedLead {
  readonly row: number;
  readonly line: number;
  readonly identifier: string;
  /** The values as telecrm would store them. */
  readonly fields: Readonly<Record<string, unknown>>;
}

/** A row whose lead does not have the values that were sent. */
interface UnverifiedRow {
  readonly row: number;
  readonly line: number;
  /** The fields with another value; `undefined` if there is no such lead. */
  readonly fields?: readonly string[];
}

export interface VerifyOptions {
  readonly sync: SyncClient;
  /** The API name of the identifier field. */
  readonly identifier: string;
  readonly fieldRules: FieldRules;
  /** The maximum time to wait for leads to appear. */
  readonly pollTimeoutMs: number;
  readonly signal: AbortSignal;
  /** Called after each lead. */
  readonly onLead?: (checked: number) => void;
}

/** The result of verifying the queued rows. */
export interface Verified {
  /** Rows whose lead has all values that were sent. */
  readonly found: number;
  readonly unverified: readonly UnverifiedRow[];
}

/**
 * Reads leads through the Sync API, a hundred in each search.
 *
 * @param open Opens the queued rows. They are read a second time if some of them differ.
 */
export async function verifyRows(
  open: () => AsyncIterable<ExpectedLead>,
  { sync, onLead, ...options }: VerifyOptions,
): Promise<Verified> {
  const waiting: ExpectedLead[] = [];
  async function* leads() {
    for await (const lead of open()) {
      waiting.push(lead);
      yield asLead({ fields: lead.fields });
    }
  }
  const different: DifferentRow[] = [];
  let checked = 0;
  for await (const { outcome, missing } of verifyMany(sync, leads(), options)) {
    // Searches return the leads in the same order.
    const lead = waiting.shift();
    onLead?.(++checked);
    if (lead === undefined || outcome === 'complete') continue;
    const fields = missing.map(({ path }) => path.replace(/^fields\./, ''));
    different.push({ ...lead, different: outcome === 'not-found' ? undefined : fields });
  }
  const unverified = different.length === 0 ? [] : await withoutOverwritten(different, open());
  return { found: checked - unverified.length, unverified };
}

interface DifferentRow extends ExpectedLead {
  /** The fields with another value; `undefined` if there is no such lead. */
  readonly different: readonly string[] | undefined;
}

/** Ignores values that a later row of the same lead has changed. That row is compared itself. */
async function withoutOverwritten(
  rows: readonly DifferentRow[],
  leads: AsyncIterable<ExpectedLead>,
): Promise<UnverifiedRow[]> {
  const identifiers = new Set(rows.map(({ identifier }) => identifier));
  /** The last row that sends a field of a lead. */
  const lastRows = new Map<string, number>();
  const keyOf = (identifier: string, field: string) => `${identifier}\n${field}`;
  for await (const { row, identifier, fields } of leads) {
    if (!identifiers.has(identifier)) continue;
    for (const field of Object.keys(fields)) lastRows.set(keyOf(identifier, field), row);
  }
  return rows.flatMap(({ row, line, identifier, different }) => {
    if (different === undefined) return [{ row, line }];
    const fields = different.filter((field) => lastRows.get(keyOf(identifier, field)) === row);
    return fields.length === 0 ? [] : [{ row, line, fields }];
  });
}
