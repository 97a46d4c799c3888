import type { DialectName, SqlReader } from '@telecrm/sql';
import type { StoreReader } from '@telecrm/workspace/store';
import { getAction, searchActions } from '../actions/actions.ts';
import { toLead } from '../leads/rows.ts';
import { searchLeads } from '../leads/search-leads.ts';
import { findRow } from '../leads/write-leads.ts';
import { keyOf } from '../tables/text.ts';
import { getMember, listMembers } from '../team/members.ts';
import { listOptions } from '../team/options.ts';

/** The reads of a store. */
export function createStoreReader(
  reader: SqlReader,
  dialect: DialectName,
  store: number,
): StoreReader {
  const leadKey = async (id: string) => {
    const row = await findRow(reader, store, 'id', id);
    return row && { store, id, seq: row.seq };
  };
  return {
    async isEmpty() {
      const rows = await reader.all(
        `SELECT 1 FROM lead WHERE store = ? UNION ALL SELECT 1 FROM member WHERE store = ? LIMIT 1`,
        [store, store],
      );
      return rows.length === 0;
    },
    async count() {
      const [row] = await reader.all<{ leads: number | null; actions: number | null }>(
        `SELECT (SELECT MAX(seq) FROM lead WHERE store = ?) AS leads,
           (SELECT MAX(seq) FROM action WHERE store = ?) AS actions`,
        [store, store],
      );
      return { leads: row?.leads ?? 0, actions: row?.actions ?? 0 };
    },
    async getLead(id) {
      const row = await findRow(reader, store, 'id', id);
      return row && toLead(row);
    },
    async findLead(identifier) {
      const row = await findRow(reader, store, 'identifier_key', keyOf(identifier));
      return row && toLead(row);
    },
    searchLeads: (query, page) => searchLeads(reader, dialect, store, query, page),
    async getAction(leadId, actionId) {
      const lead = await leadKey(leadId);
      return lead && getAction(reader, lead, actionId);
    },
    async searchActions(leadId, query, page) {
      const lead = await leadKey(leadId);
      return lead ? searchActions(reader, lead, query, page) : { items: [], total: 0 };
    },
    getMember: (identifier) => getMember(reader, store, identifier),
    listMembers: () => listMembers(reader, store),
    listOptions: (field) => listOptions(reader, store, field),
  };
}
