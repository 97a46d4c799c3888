import type { CallOptions } from '../clients/options.ts';
import type { SyncClient } from '../clients/sync-client.ts';

/** The types of a workspace's lead fields, by API name. */
export type FieldTypes = ReadonlyMap<string, string>;

const known = new WeakMap<SyncClient, FieldTypes>();

/** The types of the lead fields. They are asked for once for each client, and again for a name that is new. */
export async function fieldTypesOf(
  client: SyncClient,
  names: readonly string[],
  options: CallOptions,
): Promise<FieldTypes> {
  const cached = known.get(client);
  if (cached && names.every((name) => cached.has(name))) return cached;
  const { customFields } = await client.listCustomFields({}, options);
  const types = new Map(customFields.map(({ apiName, type }) => [apiName, type]));
  known.set(client, types);
  return types;
}
