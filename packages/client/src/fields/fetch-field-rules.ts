import { assertArgument } from '../arguments/assert-argument.ts';
import { assertClient } from '../arguments/assert-call.ts';
import type { CallOptions } from '../clients/options.ts';
import type { SyncClient } from '../clients/sync-client.ts';
import { callError } from '../errors/call-error.ts';
import { isObject } from '../request/body.ts';
import type { WorkspaceTypes } from '../workspace-types.ts';
import type { FieldRules } from './field-rules.ts';
import { matchValue } from './match-value.ts';

/** The field types that a client has read, and the names that were requested. */
interface KnownFields {
  readonly types: ReadonlyMap<string, string>;
  readonly names: Set<string>;
}

const known = new WeakMap<object, KnownFields>();

/**
 * Reads the types of the lead fields from the workspace, for {@link ignoredValues} and {@link verifyMany}. The result is
 * cached for each client. A name that was not requested before causes another call.
 *
 * @param client The client to read with.
 * @param names The API names of the fields to compare.
 *
 * @example
 * ```ts
 * import { createSyncClient, fetchFieldRules, ignoredValues } from '@telecrm/client';
 *
 * const telecrm = createSyncClient();
 * const fieldRules = await fetchFieldRules(telecrm, ['city']);
 * const body = { fields: { city: 'Pune' } };
 * const result = await telecrm.updateLead({ leadId: '603d2b2f9b1e8a001c8e4f5c', body });
 * for (const { path } of ignoredValues(result, body, { fieldRules })) console.warn(path);
 * ```
 */
export function fetchFieldRules<W extends WorkspaceTypes>(
  client: SyncClient<W>,
  names: readonly string[],
  options?: CallOptions,
): Promise<FieldRules>;
export async function fetchFieldRules(
  client: SyncClient,
  names: readonly string[],
  options?: CallOptions,
): Promise<FieldRules> {
  assertClient('client', 'Sync', client, client?.listCustomFields);
  assertArgument(Array.isArray(names), 'names must be an array of API names', names);
  const cached = known.get(client);
  if (cached && names.every((name) => cached.names.has(name))) return rulesOf(cached);
  const { customFields } = await client.listCustomFields({}, options);
  if (!Array.isArray(customFields) || !customFields.every(isObject)) {
    throw callError({
      operationId: 'listCustomFields',
      code: 'UNEXPECTED_ANSWER',
      reason: 'the response has no list of fields',
    });
  }
  const types = new Map(customFields.map(({ apiName, type }) => [apiName, type]));
  const fields = { types, names: new Set([...types.keys(), ...(cached?.names ?? []), ...names]) };
  known.set(client, fields);
  return rulesOf(fields);
}

function rulesOf({ types }: KnownFields): FieldRules {
  return { match: (apiName, sent, stored) => matchValue(types.get(apiName), sent, stored) };
}
