import { assertClient } from '../arguments/assert-call.ts';
import type { CallOptions } from '../clients/options.ts';
import type { SyncClient } from '../clients/sync-client.ts';
import { callError } from '../errors/call-error.ts';
import { TelecrmError } from '../errors/telecrm-error.ts';
import { isObject } from '../request/body.ts';
import { isSameValue } from '../values/same-value.ts';
import type { FieldName, FoundLead } from '../workspace/leads.ts';
import type { WorkspaceTypes } from '../workspace-types.ts';

/** The field values to search for. */
export type LeadValues<W extends WorkspaceTypes> =
  string extends FieldName<W>
    ? Readonly<Record<string, string>>
    : { readonly [Name in FieldName<W>]?: string };

/**
 * Searches for the lead with these values. Resolves with undefined if there is none.
 *
 * Rejects with `LEAD_NOT_IDENTIFIED` if several leads have them, and with a `TypeError` if no value is given.
 *
 * @param client The client to search with.
 * @param values The values by API name, usually that of the field that identifies leads.
 *
 * @example
 * ```ts
 * import { createSyncClient, findLead } from '@telecrm/client';
 *
 * const telecrm = createSyncClient();
 * const lead = await findLead(telecrm, { phone: '919999999999' });
 * console.log(lead?.id, lead?.fields.name);
 * ```
 */
export function findLead<W extends WorkspaceTypes>(
  client: SyncClient<W>,
  values: LeadValues<W>,
  options?: CallOptions,
): Promise<FoundLead<W> | undefined>;
export async function findLead(
  client: SyncClient,
  values: Readonly<Record<string, string>>,
  options?: CallOptions,
): Promise<FoundLead | undefined> {
  assertClient('client', 'Sync', client, client?.searchLeads);
  const names = Object.keys(Object(values) === values ? values : {});
  if (names.length === 0) {
    throw new TypeError("findLead needs values by field name, such as { phone: '919999999999' }");
  }
  const { data } = await client.searchLeads(
    { limit: 10, body: { fields: { ...values } } },
    options,
  );
  // A search can also return other leads.
  const [lead, ...others] = data.filter((found) =>
    names.every((name) => isSameValue(values[name], storedValue(found, name))),
  );
  if (others.length === 0) return lead;
  throw new TelecrmError(`Several leads have this ${names.join(' and ')}`, {
    code: 'LEAD_NOT_IDENTIFIED',
    origin: 'client',
    operationId: 'searchLeads',
  });
}

/** The value of a field of a found lead. Some fields are next to `fields` rather than in it. */
export function storedValue(lead: FoundLead, name: string): unknown {
  if (!isObject(lead) || !isObject(lead.fields)) {
    throw callError({
      operationId: 'searchLeads',
      code: 'UNEXPECTED_ANSWER',
      reason: 'the response has a lead without fields',
    });
  }
  const own = lead.fields[name];
  if (own !== undefined && own !== '') return own;
  if (name === 'assignee') return lead.employeeid;
  return name === 'status' || name === 'rating' ? lead[name] : own;
}
