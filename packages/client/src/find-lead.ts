import type { CallOptions } from './options.ts';
import { isSame } from './same.ts';
import type { SyncClient } from './sync.ts';
import type { SyncSchemas } from './wire.ts';

type FoundLead = SyncSchemas['FoundLead'];

/** The lead whose identifier has this value, if there is one. */
export async function findLead(
  sync: SyncClient,
  identifier: string,
  value: unknown,
  options: CallOptions,
): Promise<FoundLead | undefined> {
  // An identifier is text: of type phone, email or text.
  const body = { fields: { [identifier]: String(value) } };
  const { data } = await sync.searchLeads({ limit: 10, body }, options);
  return data.find((lead) => isSame(value, storedIn(lead, identifier))) ?? data[0];
}

/** The value of a field of a found lead, which for some fields stands beside `fields`. */
export function storedIn(lead: FoundLead, name: string): unknown {
  const beside = name === 'assignee' ? 'employeeid' : name;
  const own = lead.fields[name];
  if (own !== undefined && own !== '') return own;
  return ['status', 'rating', 'assignee'].includes(name) ? lead[beside] : own;
}
