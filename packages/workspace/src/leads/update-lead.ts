import { readFields } from '../fields/index.ts';
import { isObject, own } from '../json.ts';
import { learnOptions, ofLead } from '../options.ts';
import { done, type Result, refuse } from '../result.ts';
import type { Room } from '../room.ts';
import { showFields } from './view.ts';

export interface UpdateLeadInput {
  path: { leadId: string };
  body: unknown;
}

/**
 * Changes the fields sent. The docs disagree on a value that does not fit: dropped, in general, or a 400, on this
 * operation's own page, which is what is done here; nothing is changed then. Names that the workspace does not know and
 * labels that its pipeline does not offer are dropped without a word, as there are no remarks in this answer.
 */
export async function updateLead(
  room: Room,
  { path, body }: UpdateLeadInput,
): Promise<Result<{ fields: Record<string, unknown> }>> {
  const { leadId } = path;
  const unknown = refuse('LEAD_NOT_FOUND', `Lead with ID ${leadId} was not found.`);
  if ((await room.store.getLead(leadId)) === undefined) return unknown;
  const fields = own(body, 'fields');
  if (!isObject(fields)) return refuse('BAD_REQUEST', 'Fields must be an object');
  if (Object.hasOwn(fields, room.identifier.apiName)) {
    return refuse('INVALID_LEAD', 'Cannot modify lead identifier field');
  }
  const { stored, emptied, dropped } = readFields(fields, room.leadFields, await room.fieldRules());
  const misfit = dropped.find(({ because }) => because === 'misfit');
  if (misfit) return refuse('BAD_REQUEST', misfit.remark);
  const lead = await room.store.changeLead(leadId, {
    set: Object.fromEntries(stored),
    unset: emptied,
    modifiedOn: room.clock(),
  });
  if (lead === undefined) return unknown;
  await learnOptions(room, stored, room.leadFields, ofLead);
  return done({ fields: showFields(lead.fields) });
}
