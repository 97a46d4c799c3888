import type { Field, Fields, StoredValue } from '../fields/index.ts';
import type { WorkspaceContext } from './context.ts';

/** The store's key for the options of a lead field. */
export const leadOptionKey = (apiName: string): string => `lead.${apiName}`;

/** The store's key for the options of a custom action's field. */
export const actionOptionKey = (code: string, apiName: string): string =>
  `ACTION_${code}.${apiName}`;

/** Adds the dropdown labels that were stored and that their fields did not offer yet. */
export async function addNewOptions(
  { store }: WorkspaceContext,
  stored: ReadonlyMap<string, StoredValue>,
  fields: Fields,
  keyOf: (apiName: string) => string,
): Promise<void> {
  for (const [apiName, label] of stored) {
    const field = fields.get(apiName);
    if (field?.type !== 'dropdown' || typeof label !== 'string') continue;
    if (!field.options?.includes(label)) await store.addOption(keyOf(apiName), label);
  }
}

/** The options of a field: those of its definition, then those that were added. */
export async function listOptions(
  { store }: WorkspaceContext,
  field: Pick<Field, 'type' | 'options'>,
  key: string,
): Promise<readonly string[] | undefined> {
  const added = field.type === 'dropdown' ? await store.listOptions(key) : [];
  const defined = field.type === 'dropdown' ? (field.options ?? []) : field.options;
  return defined && [...defined, ...added];
}
