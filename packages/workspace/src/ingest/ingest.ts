import { type ActionResult, storeActions } from '../actions/store-actions.ts';
import { isObject, own } from '../json.ts';
import { fieldDrops, type LeadDraft, readDraft } from '../leads/draft.ts';
import { missingIdentifier } from '../leads/identifier.ts';
import { learnOptions, ofLead } from '../options.ts';
import { type Drop, drop, forIngestion, type Remark } from '../remark.ts';
import type { Room } from '../room.ts';

/** What became of a lead that was sent to the Async API, which telecrm itself tells nobody. */
export interface Ingestion {
  outcome: 'CREATED' | 'UPDATED' | 'DROPPED';
  /** `null` when the lead was dropped. */
  lead_id: string | null;
  /** One for each action sent, in the order sent. */
  actions: ActionResult[];
  /** What was dropped, with the reason and the fix. */
  remarks: Remark[];
}

/**
 * Creates or updates the lead that a body describes, as the Async API does once the request leaves its queue. Nothing is
 * refused: what does not fit is dropped, and without an identifier that is everything.
 */
export async function ingest(room: Room, body: unknown): Promise<Ingestion> {
  const draft = await readDraft(room, body, 'async');
  const stored = await storeLead(room, draft);
  const { actions, stray } = draft;
  const isNew = stored?.outcome !== 'UPDATED';
  const drops = [
    ...(stored ? [] : [missing(room, body, draft)]),
    ...fieldDrops(draft.read, isNew).filter(({ field }) => stored || !isIdentifier(room, field)),
    ...stray.filter(({ field }) => stored || field !== 'fields'),
    ...actions.flatMap(({ drops }) => drops),
  ];
  return {
    outcome: stored?.outcome ?? 'DROPPED',
    lead_id: stored?.id ?? null,
    actions: stored
      ? await storeActions(room, stored.id, actions)
      : actions.map(() => ({ action_id: null, status: 'IGNORED' })),
    remarks: drops.map(forIngestion),
  };
}

interface StoredLead {
  id: string;
  outcome: 'CREATED' | 'UPDATED';
}

async function storeLead(room: Room, draft: LeadDraft): Promise<StoredLead | undefined> {
  const { identifier, read } = draft;
  if (identifier === undefined) return undefined;
  const { store, clock, ids } = room;
  const set = Object.fromEntries(read.stored);
  let outcome: StoredLead['outcome'] = 'UPDATED';
  let lead = await store.findLead(identifier);
  if (lead === undefined) {
    const now = clock();
    lead = { id: ids(), identifier, fields: set, createdOn: now, modifiedOn: now };
    if (await store.insertLead(lead)) outcome = 'CREATED';
    // Somebody else has just created it.
    else lead = await store.findLead(identifier);
  }
  if (lead === undefined) throw new Error('The store has neither taken the lead nor another one');
  if (outcome === 'UPDATED') {
    await store.changeLead(lead.id, { set, unset: read.emptied, modifiedOn: clock() });
  }
  await learnOptions(room, read.stored, room.leadFields, ofLead);
  return { id: lead.id, outcome };
}

function isIdentifier({ identifier }: Room, field: string): boolean {
  return field === `fields.${identifier.apiName}`;
}

/** Why the whole lead was dropped, and how it would not have been. */
function missing(room: Room, body: unknown, { sent, read, rules }: LeadDraft): Drop {
  const { apiName } = room.identifier;
  const gone = 'so the whole lead was dropped';
  if (!isObject(own(body, 'fields'))) {
    const fix = isObject(body)
      ? `wrap them, { "fields": { "${apiName}": … } }`
      : 'send a JSON object';
    return drop('fields', `There are no fields, ${gone}`, fix);
  }
  const unfit = read.dropped.find((dropped) => dropped.apiName === apiName);
  if (unfit) return drop(`fields.${apiName}`, `${unfit.remark}, ${gone}`, unfit.fix);
  const fix = missingIdentifier(room, sent, rules);
  return drop(`fields.${apiName}`, `The lead identifier \`${apiName}\` is missing, ${gone}`, fix);
}
