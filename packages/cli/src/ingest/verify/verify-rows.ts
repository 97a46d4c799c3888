import { setTimeout as sleep } from 'node:timers/promises';
import type { SyncClient } from '@telecrm/client';
import { isSameValue } from './same-value.ts';

/** A row that was queued, and the lead that should have come of it. */
export interface ExpectedLead {
  readonly row: number;
  readonly line: number;
  readonly identifier: string;
  /** The values as telecrm would store them. */
  readonly fields: Readonly<Record<string, unknown>>;
}

/** A row whose lead is not in telecrm as it was sent. */
interface Unverified {
  readonly row: number;
  readonly line: number;
  /** The fields that have another value; nothing when there is no such lead. */
  readonly fields?: readonly string[];
}

export interface VerifyOptions {
  readonly sync: SyncClient;
  /** The API name of the field that identifies leads. */
  readonly identifier: string;
  /** How long to wait before each further look at what is not there yet: telecrm takes its time. */
  readonly waitsMs: readonly number[];
  readonly signal: AbortSignal;
  /** Is called after each search. */
  readonly onSearch?: (checked: number) => void;
}

/** What was found of the rows that were queued. */
export interface Verified {
  /** Rows whose lead holds all that was sent. */
  readonly found: number;
  readonly unverified: readonly Unverified[];
}

/** As many leads as one search returns. */
const batchSize = 100;

/** Reads leads back through the Sync API, a hundred a search. */
export async function verifyRows(
  leads: AsyncIterable<ExpectedLead>,
  options: VerifyOptions,
): Promise<Verified> {
  const unverified: Unverified[] = [];
  let checked = 0;
  // Of several rows for one lead, the last one counts.
  let batch = new Map<string, ExpectedLead>();
  const flush = async () => {
    const expected = [...batch.values()];
    batch = new Map();
    unverified.push(...(await verifyBatch(expected, options)));
    checked += expected.length;
    options.onSearch?.(checked);
  };
  for await (const lead of leads) {
    batch.set(lead.identifier.toLowerCase(), lead);
    if (batch.size >= batchSize) await flush();
  }
  if (batch.size > 0) await flush();
  return { found: checked - unverified.length, unverified };
}

async function verifyBatch(
  expected: readonly ExpectedLead[],
  { sync, identifier, waitsMs, signal }: VerifyOptions,
): Promise<Unverified[]> {
  let open = expected;
  for (let look = 0; ; look++) {
    const values = open.map((lead) => lead.identifier);
    const { data } = await sync.searchLeads(
      { body: { fields: { [identifier]: values } }, limit: batchSize },
      { signal },
    );
    const stored = new Map(
      data.map((row) => [String(row.fields[identifier]).toLowerCase(), { ...row, ...row.fields }]),
    );
    const unverified = open.flatMap((lead) =>
      compare(lead, stored.get(lead.identifier.toLowerCase())),
    );
    const wait = waitsMs[look];
    if (unverified.length === 0 || wait === undefined) return unverified;
    const rows = new Set(unverified.map(({ row }) => row));
    open = open.filter(({ row }) => rows.has(row));
    await sleep(wait, undefined, { signal });
  }
}

function compare(
  { row, line, fields }: ExpectedLead,
  stored: Readonly<Record<string, unknown>> | undefined,
): Unverified[] {
  if (stored === undefined) return [{ row, line }];
  const different = Object.keys(fields).filter((name) => !isSameValue(fields[name], stored[name]));
  return different.length === 0 ? [] : [{ row, line, fields: different }];
}
