import type { Field, Fields, StoredValue } from '../fields/index.ts';
import type { StoreReader, StoreTransaction } from '../store/index.ts';

/** The store's key for the options of a lead field. */
export const leadOptionKey = (apiName: string): string => `lead.${apiName}`;

/** The store's key for the options of a custom action's field. */
export const actionOptionKey = (code: string, apiName: string): string =>
  `ACTION_${code}.${apiName}`;

/** Adds stored dropdown labels that were not yet options of their fields. */
export async function addNewOptions(
  transaction: StoreTransaction,
  stored: ReadonlyMap<string, StoredValue>,
  fields: Fields,
  keyOf: (apiName: string) => string,
): Promise<void> {
  for (const [apiName, label] of stored) {
    const field = fields.get(apiName);
    if (field?.type !== 'dropdown' || typeof label !== 'string') continue;
    if (!field.options?.includes(label)) await transaction.addOption(keyOf(apiName), label);
  }
}

/** The options of a field: first those of its definition, then the added ones. */
export async function listOptions(
  store: StoreReader,
  field: Pick<Field, 'type' | 'options'>,
  key: string,
): Promise<readonly string[] | undefined> {
  if (field.type !== 'dropdown') return field.options;
  return [...(field.options ?? []), ...(await store.listOptions(key))];
}
