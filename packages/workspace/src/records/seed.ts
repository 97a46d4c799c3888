import type { WorkspaceContext } from '../context/context.ts';
import { memberIdentifier } from '../context/members.ts';
import { identifierOf } from '../leads/identifier.ts';
import type { LeadSeed } from './records.ts';

/** Fills an empty store with the team and the initial leads. */
export async function seed(
  { store, definition, identifier }: WorkspaceContext,
  records: readonly LeadSeed[],
): Promise<void> {
  // In one transaction, so that only one of several processes fills the store.
  await store.transaction(async (transaction) => {
    if (!(await transaction.isEmpty())) return;
    for (const member of definition.teamMembers) {
      const record = { identifier: memberIdentifier(member.email), member };
      await transaction.insertMember(record, Number.POSITIVE_INFINITY);
    }
    for (const { id, createdOn, fields, actions = [] } of records) {
      const key = identifierOf(fields[identifier.apiName]);
      if (key === undefined) throw new Error(`The record ${id} has no \`${identifier.apiName}\``);
      const times = { createdOn, modifiedOn: createdOn };
      await transaction.insertLead({ id, identifier: key, fields, ...times });
      await transaction.appendActions(
        actions.map((action) => ({
          performedBy: '',
          ...action,
          leadId: id,
          modifiedOn: action.createdOn,
        })),
      );
    }
  });
}
