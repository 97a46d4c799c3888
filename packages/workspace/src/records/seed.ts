import { identifierOf } from '../leads/identifier.ts';
import type { Room } from '../room.ts';
import type { LeadSeed } from './records.ts';

/** Fills a store that nothing has been put in yet with the team and the first leads. */
export async function seed(room: Room, records: readonly LeadSeed[]): Promise<void> {
  const { store, definition, identifier } = room;
  if (!(await store.isEmpty())) return;
  for (const member of definition.teamMembers) {
    await store.insertMember(member, Number.POSITIVE_INFINITY);
  }
  for (const { id, createdOn, fields, actions = [] } of records) {
    const key = identifierOf(fields[identifier.apiName]);
    if (key === undefined) throw new Error(`The record ${id} has no \`${identifier.apiName}\``);
    const times = { createdOn, modifiedOn: createdOn };
    await store.insertLead({ id, identifier: key, fields, ...times });
    await store.appendActions(
      actions.map((action) => ({
        performedBy: '',
        ...action,
        leadId: id,
        modifiedOn: action.createdOn,
      })),
    );
  }
}
