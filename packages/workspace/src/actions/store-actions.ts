import { learnOptions, ofAction } from '../options.ts';
import type { Room } from '../room.ts';
import type { ActionRecord } from '../store/index.ts';
import type { EntryReading } from './entry.ts';

/** What became of one action of a request. */
export interface ActionResult {
  /** `null` when the action was not stored. */
  action_id: string | null;
  status: 'CREATED' | 'IGNORED';
}

/** Appends the actions that can be stored to a lead's timeline, and says of each what became of it. */
export async function storeActions(
  room: Room,
  leadId: string,
  entries: readonly EntryReading[],
): Promise<ActionResult[]> {
  const records: ActionRecord[] = [];
  const results: ActionResult[] = [];
  for (const { action } of entries) {
    if (action === undefined) {
      results.push({ action_id: null, status: 'IGNORED' });
      continue;
    }
    const now = room.clock();
    const id = room.ids();
    const common = { id, leadId, type: action.type, createdOn: now, modifiedOn: now };
    // Who did it is empty: an API call is nobody of the team.
    if ('data' in action) records.push({ ...common, performedBy: '', data: action.data });
    else {
      const { stored, custom } = action;
      records.push({ ...common, performedBy: '', fields: Object.fromEntries(stored) });
      await learnOptions(room, stored, custom.fields, (name) => ofAction(custom.code, name));
    }
    results.push({ action_id: id, status: 'CREATED' });
  }
  if (records.length > 0) await room.store.appendActions(records);
  return results;
}
