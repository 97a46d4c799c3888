import { type ActionResult, storeActions } from '../actions/store-actions.ts';
import type { WorkspaceContext } from '../context/context.ts';
import { addNewOptions, leadOptionKey } from '../context/options.ts';
import { getOwn, isObject } from '../json/json.ts';
import { missingIdentifier } from '../leads/identifier.ts';
import { droppedFields, type ParsedLead, parseLead } from '../leads/parse-lead.ts';
import {
  type DroppedValue,
  droppedValue,
  type Remark,
  toIngestionRemark,
} from '../results/dropped-value.ts';

/** The outcome of one request to the Async API. telecrm itself reports it to nobody. */
export interface Ingestion {
  outcome: 'CREATED' | 'UPDATED' | 'DROPPED';
  /** `null` when the lead was dropped. */
  lead_id: string | null;
  /** One for each action sent, in the order sent. */
  actions: ActionResult[];
  /** What was dropped, each with the reason and the fix. */
  remarks: Remark[];
}

/**
 * Creates or updates a lead, as the Async API does once a request leaves its queue. Nothing is refused: invalid values are
 * dropped, and a lead without a valid identifier is dropped as a whole.
 */
export async function ingest(context: WorkspaceContext, body: unknown): Promise<Ingestion> {
  const lead = await parseLead(context, body, 'async');
  const stored = await storeLead(context, lead);
  const { actions, unknownKey } = lead;
  const isNew = stored?.outcome !== 'UPDATED';
  const dropped = [
    ...(stored ? [] : [missing(context, body, lead)]),
    ...droppedFields(lead.read, isNew).filter(
      ({ field }) => stored || !isIdentifier(context, field),
    ),
    ...unknownKey.filter(({ field }) => stored || field !== 'fields'),
    ...actions.flatMap(({ dropped }) => dropped),
  ];
  return {
    outcome: stored?.outcome ?? 'DROPPED',
    lead_id: stored?.id ?? null,
    actions: stored
      ? await storeActions(context, stored.id, actions)
      : actions.map(() => ({ action_id: null, status: 'IGNORED' })),
    remarks: dropped.map(toIngestionRemark),
  };
}

interface StoredLead {
  id: string;
  outcome: 'CREATED' | 'UPDATED';
}

async function storeLead(
  context: WorkspaceContext,
  parsed: ParsedLead,
): Promise<StoredLead | undefined> {
  const { identifier, read } = parsed;
  if (identifier === undefined) return undefined;
  const { store, clock, generateId } = context;
  const set = Object.fromEntries(read.stored);
  let outcome: StoredLead['outcome'] = 'UPDATED';
  let lead = await store.findLead(identifier);
  if (lead === undefined) {
    const now = clock();
    lead = { id: generateId(), identifier, fields: set, createdOn: now, modifiedOn: now };
    if (await store.insertLead(lead)) outcome = 'CREATED';
    // It was created concurrently.
    else lead = await store.findLead(identifier);
  }
  if (lead === undefined)
    throw new Error('The store neither inserted the lead nor has another one with its identifier');
  if (outcome === 'UPDATED') {
    await store.changeLead(lead.id, { set, unset: read.cleared, modifiedOn: clock() });
  }
  await addNewOptions(context, read.stored, context.leadFields, leadOptionKey);
  return { id: lead.id, outcome };
}

function isIdentifier({ identifier }: WorkspaceContext, field: string): boolean {
  return field === `fields.${identifier.apiName}`;
}

/** Why the whole lead was dropped, and the fix. */
function missing(
  context: WorkspaceContext,
  body: unknown,
  { sent, read, rules }: ParsedLead,
): DroppedValue {
  const { apiName } = context.identifier;
  const consequence = 'so the whole lead was dropped';
  if (!isObject(getOwn(body, 'fields'))) {
    const fix = isObject(body)
      ? `wrap them, { "fields": { "${apiName}": … } }`
      : 'send a JSON object';
    return droppedValue('fields', `There are no fields, ${consequence}`, fix);
  }
  const invalid = read.dropped.find((dropped) => dropped.apiName === apiName);
  if (invalid)
    return droppedValue(`fields.${apiName}`, `${invalid.remark}, ${consequence}`, invalid.fix);
  const fix = missingIdentifier(context, sent, rules);
  return droppedValue(
    `fields.${apiName}`,
    `The lead identifier \`${apiName}\` is missing, ${consequence}`,
    fix,
  );
}
