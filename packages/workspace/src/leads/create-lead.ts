import { type ActionResult, storeActions } from '../actions/store-actions.ts';
import { own } from '../json.ts';
import { learnOptions, ofLead } from '../options.ts';
import { forSync, type Remark } from '../remark.ts';
import { done, type Result, refuse } from '../result.ts';
import type { Room } from '../room.ts';
import { fieldDrops, readDraft } from './draft.ts';

/** The outcome of writing a lead or its actions, part by part. */
export interface WriteResult {
  lead_id: string;
  /** One for each action sent, in the order sent. */
  actions: ActionResult[];
  /** What was dropped. */
  remarks: Remark[];
}

/**
 * Creates a lead and never updates one. Whatever else is wrong, a lead with its identifier is created: what does not
 * fit is dropped with a remark. That goes for an action of a type that cannot be written, too. `createActions` refuses
 * the request for it, but then nothing is lost that was good; here the lead would be.
 */
export async function createLead(
  room: Room,
  { body }: { body: unknown },
): Promise<Result<WriteResult>> {
  const { sent, read, identifier, actions, stray } = await readDraft(room, body, 'sync');
  if (identifier === undefined) {
    const { apiName } = room.identifier;
    const unfit = read.dropped.find((dropped) => dropped.apiName === apiName);
    const empty = [null, undefined, ''].some((nothing) => nothing === own(sent, apiName));
    const message = empty ? undefined : unfit?.remark;
    return refuse('BAD_REQUEST', message ?? 'The lead identifier is missing in fields');
  }
  const now = room.clock();
  const lead = { id: room.ids(), identifier, createdOn: now, modifiedOn: now };
  const fields = Object.fromEntries(read.stored);
  if (!(await room.store.insertLead({ ...lead, fields }))) {
    return refuse('LEAD_ALREADY_EXISTS', 'A lead with this identifier already exists.');
  }
  await learnOptions(room, read.stored, room.leadFields, ofLead);
  const results = await storeActions(room, lead.id, actions);
  const drops = [...fieldDrops(read, true), ...stray, ...actions.flatMap(({ drops }) => drops)];
  return done({ lead_id: lead.id, actions: results, remarks: drops.map(forSync) });
}
