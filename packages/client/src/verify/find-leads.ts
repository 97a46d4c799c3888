import type { CallOptions } from '../clients/options.ts';
import type { SyncClient } from '../clients/sync-client.ts';
import { operations } from '../generated/sync-operations.ts';
import { storedValue } from '../leads/find-lead.ts';
import { isSameValue } from '../values/same-value.ts';
import type { AsyncLeadRequest, FoundLead } from '../workspace/leads.ts';

/** The maximum number of leads that one search returns. */
export const maxBatch = operations.find(({ id }) => id === 'searchLeads')?.paging?.max ?? 1;

/** Finds the stored lead for each lead by its identifier, in one search; `ambiguous` if several leads have it. */
export async function findLeads(
  client: SyncClient,
  identifier: string,
  leads: readonly AsyncLeadRequest[],
  options: CallOptions,
): Promise<(FoundLead | 'ambiguous' | undefined)[]> {
  const values = leads.map(({ fields }) => textOf(fields[identifier]));
  const asked = [...new Set(values.filter((value) => value !== ''))];
  const rows: FoundLead[] = [];
  if (asked.length > 0) {
    const body = { fields: { [identifier]: asked } };
    for await (const row of client.searchLeads.all({ body }, options)) rows.push(row);
  }
  const byText = new Map(rows.map((row) => [keyOf(storedValue(row, identifier)), row]));
  return values.map((value) => {
    if (value === '') return undefined;
    const exact = byText.get(keyOf(value));
    if (exact) return exact;
    // telecrm stores some values in another form: a phone number with its country code.
    const [found, ...others] = rows.filter((row) =>
      isSameValue(value, storedValue(row, identifier)),
    );
    return others.length > 0 ? 'ambiguous' : found;
  });
}

function textOf(value: unknown): string {
  return value === undefined || value === null ? '' : String(value).trim();
}

function keyOf(value: unknown): string {
  return textOf(value).toLowerCase();
}
