import type { DialectName, SqlTransaction } from '@telecrm/sql';
import type { ActionRecord, StoreTransaction } from '@telecrm/workspace/store';
import { appendActions, changeAction, type LeadKey, type NewLead } from '../actions/actions.ts';
import { changeLead, findRow, insertLead } from '../leads/write-leads.ts';
import { storeTables } from '../tables/workspace-tables.ts';
import { insertMember, setMemberStatus } from '../team/members.ts';
import { addOption } from '../team/options.ts';
import { createStoreReader } from './store-reader.ts';

/** The reads and writes of a store within a transaction of its scope. */
export function createStoreTransaction(
  transaction: SqlTransaction,
  dialect: DialectName,
  store: number,
): StoreTransaction {
  // Actions are usually appended to a lead that was just inserted.
  let inserted: NewLead | undefined;

  const leadKey = async (id: string): Promise<LeadKey | undefined> => {
    const row = await findRow(transaction, store, 'id', id);
    return row && { store, id, seq: row.seq };
  };

  return {
    ...createStoreReader(transaction, dialect, store),
    async insertLead(lead) {
      const added = await insertLead(transaction, dialect, store, lead);
      if (added) inserted = added;
      return added !== undefined;
    },
    changeLead: (id, change) => changeLead(transaction, dialect, store, id, change),
    async appendActions(actions) {
      for (const [leadId, leadActions] of byLead(actions)) {
        const lead = inserted?.id === leadId ? inserted : await leadKey(leadId);
        if (lead === undefined) throw new Error(`There is no lead ${leadId}`);
        await appendActions(transaction, lead, leadActions);
      }
    },
    async changeAction(leadId, actionId, change) {
      const lead = await leadKey(leadId);
      return lead && changeAction(transaction, lead, actionId, change);
    },
    insertMember: (record, seats) => insertMember(transaction, store, record, seats),
    setMemberStatus: (identifier, status) =>
      setMemberStatus(transaction, store, identifier, status),
    addOption: (field, label) => addOption(transaction, store, field, label),
    async clear() {
      inserted = undefined;
      for (const table of storeTables(dialect)) {
        await transaction.run(`DELETE FROM ${table} WHERE store = ?`, [store]);
      }
    },
  };
}

function byLead(actions: readonly ActionRecord[]): Map<string, ActionRecord[]> {
  return Map.groupBy(actions, ({ leadId }) => leadId);
}
