import type { WorkspaceContext } from '../context/context.ts';
import { identifierOf } from '../leads/identifier.ts';
import type { LeadSeed } from './records.ts';

/** Fills an empty store with the team and the initial leads. */
export async function seed(context: WorkspaceContext, records: readonly LeadSeed[]): Promise<void> {
  const { store, definition, identifier } = context;
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
