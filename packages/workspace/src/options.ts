import type { Field, Fields, StoredValue } from './fields/index.ts';
import type { Room } from './room.ts';

/** Where the options of a lead's field are kept. */
export const ofLead = (apiName: string): string => `lead.${apiName}`;

/** Where the options of a custom action's field are kept. */
export const ofAction = (code: string, apiName: string): string => `ACTION_${code}.${apiName}`;

/** Makes an option of each dropdown label that was stored and that its field did not offer. */
export async function learnOptions(
  { store }: Room,
  stored: ReadonlyMap<string, StoredValue>,
  fields: Fields,
  place: (apiName: string) => string,
): Promise<void> {
  for (const [apiName, label] of stored) {
    const field = fields.get(apiName);
    if (field?.type !== 'dropdown' || typeof label !== 'string') continue;
    if (!field.options?.includes(label)) await store.addOption(place(apiName), label);
  }
}

/** What a field offers: the labels of its definition, then those that were learnt. */
export async function optionsOf(
  { store }: Room,
  field: Pick<Field, 'type' | 'options'>,
  place: string,
): Promise<readonly string[] | undefined> {
  const learnt = field.type === 'dropdown' ? await store.listOptions(place) : [];
  const defined = field.type === 'dropdown' ? (field.options ?? []) : field.options;
  return defined && [...defined, ...learnt];
}
