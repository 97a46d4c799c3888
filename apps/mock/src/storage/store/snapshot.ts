import type { DialectName, SqlReader, SqlTransaction } from '@telecrm/sql';
import { type Snapshot, snapshotOf } from '@telecrm/workspace/store';
import { type ActionRow, toAction } from '../actions/actions.ts';
import { type LeadRow, leadColumns, toLead } from '../leads/rows.ts';
import { createTimeSlice } from '../leads/time-slice.ts';
import { listMembers } from '../team/members.ts';
import { allOptions } from '../team/options.ts';
import { createStoreTransaction } from './store-transaction.ts';

/** The whole content of a store as plain JSON, oldest first. */
export async function takeSnapshot(reader: SqlReader, store: number): Promise<unknown> {
  const leads = await reader.all<LeadRow>(
    `SELECT ${leadColumns} FROM lead l WHERE l.store = ? ORDER BY l.created_on, l.seq`,
    [store],
  );
  const actions = await reader.all<ActionRow & { lead_id: string }>(
    `SELECT a.*, l.id AS lead_id FROM action a
     JOIN lead l ON l.store = a.store AND l.seq = a.lead_seq
     WHERE a.store = ? ORDER BY l.created_on, l.seq, a.created_on, a.seq`,
    [store],
  );
  return snapshotOf({
    leads: leads.map(toLead),
    actions: actions.map((row) => toAction(row.lead_id, row)),
    members: await listMembers(reader, store),
    options: await allOptions(reader, store),
  });
}

/** Replaces the content of a store within a transaction of its scope. */
export async function fillFromSnapshot(
  transaction: SqlTransaction,
  dialect: DialectName,
  store: number,
  { leads, actions, members, options }: Snapshot,
): Promise<void> {
  const content = createStoreTransaction(transaction, dialect, store);
  const slice = createTimeSlice();
  const actionsByLead = Map.groupBy(actions, ({ leadId }) => leadId);
  await content.clear();
  for (const lead of leads) {
    await content.insertLead(lead);
    await content.appendActions(actionsByLead.get(lead.id) ?? []);
    await slice.pauseIfOver();
  }
  for (const member of members) await content.insertMember(member, Number.POSITIVE_INFINITY);
  for (const { field, labels } of options) {
    for (const label of labels) await content.addOption(field, label);
  }
}
