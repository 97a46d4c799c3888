import { own } from '../json.ts';
import type { WriteResult } from '../leads/create-lead.ts';
import { forSync } from '../remark.ts';
import { done, type Result, refuse } from '../result.ts';
import type { Room } from '../room.ts';
import { readEntries } from './entry.ts';
import { storeActions } from './store-actions.ts';
import { notWritable } from './type.ts';

export interface CreateActionsInput {
  path: { leadId: string };
  body: unknown;
}

/**
 * Appends actions to a lead's timeline. A type that can never be written refuses the whole request; a value that does
 * not fit drops the one action it stands in. An `ACTION_` prefix is a type that cannot be written here: the docs leave
 * open whether it is refused or dropped, and a refusal does not go unnoticed.
 */
export async function createActions(
  room: Room,
  { path, body }: CreateActionsInput,
): Promise<Result<WriteResult>> {
  if ((await room.store.getLead(path.leadId)) === undefined) {
    return refuse('LEAD_NOT_FOUND', `Lead with ID ${path.leadId} was not found.`);
  }
  const sent = own(body, 'actions');
  if (!Array.isArray(sent)) return refuse('BAD_REQUEST', 'Actions must be an array');
  const entries = readEntries(room, sent, await room.fieldRules(), 'sync');
  if (entries.some(({ typeRefused }) => typeRefused)) return refuse('BAD_REQUEST', notWritable);
  const actions = await storeActions(room, path.leadId, entries);
  const remarks = entries.flatMap(({ drops }) => drops).map(forSync);
  return done({ lead_id: path.leadId, actions, remarks });
}
