import { deepEqual, equal } from 'node:assert/strict';
import type { LeadQuery, StoreReader, WorkspaceStore } from '../store/index.ts';
import { action, lead, page } from './records.ts';

async function idsOf(store: StoreReader, query: Partial<LeadQuery>): Promise<string> {
  const { items, total } = await store.searchLeads({ fields: [], ...query }, page);
  equal(total, items.length);
  return items.map(({ id }) => id).join('');
}

/** Tests of leads. */
export const leadCases: Readonly<Record<string, (store: WorkspaceStore) => Promise<void>>> = {
  async 'is empty until something is inserted'(store) {
    equal(await store.isEmpty(), true);
    await store.transaction((transaction) => transaction.insertLead(lead('a')));
    equal(await store.isEmpty(), false);
  },

  async 'inserts one lead with an identifier'(store) {
    await store.transaction(async (transaction) => {
      equal(await transaction.insertLead(lead('a')), true);
      equal(await transaction.insertLead({ ...lead('b'), identifier: 'i-a' }), false);
    });
    deepEqual(await store.findLead('i-a'), lead('a'));
    equal(await store.findLead('i-b'), undefined);
    equal(await store.getLead('b'), undefined);
  },

  async 'lists leads newest first, by time and then by order of insertion'(store) {
    await store.transaction(async (transaction) => {
      for (const one of [lead('a', 5), lead('b', 1), lead('c', 5), lead('d', 9)]) {
        await transaction.insertLead(one);
      }
    });
    equal(await idsOf(store, {}), 'dcab');
    equal(await idsOf(store, { identifiers: ['i-a', 'i-b', 'i-c', 'i-c', 'nothing'] }), 'cab');
    equal(await idsOf(store, { createdOn: { from: 5, to: 8 } }), 'ca');
    equal(await idsOf(store, { modifiedOn: { to: 1 } }), 'b');
  },

  async 'returns a page and the total'(store) {
    await store.transaction(async (transaction) => {
      for (const id of ['a', 'b', 'c']) await transaction.insertLead(lead(id));
    });
    const found = await store.searchLeads({ fields: [] }, { skip: 1, limit: 1 });
    deepEqual(found, { items: [lead('b')], total: 3 });
    deepEqual(await store.searchLeads({ fields: [] }, { skip: 5, limit: 1 }), {
      items: [],
      total: 3,
    });
    deepEqual(await store.searchLeads({ fields: [] }, { skip: 0, limit: 0 }), {
      items: [],
      total: 3,
    });
  },

  async 'matches fields by value, ignoring case unless the query is case-sensitive, and by range'(
    store,
  ) {
    await store.transaction(async (transaction) => {
      await transaction.insertLead(lead('a', 1, { status: 'Won', interests: ['VIP', 'New'] }));
      await transaction.insertLead(lead('b', 2, { status: 'won', follow_up: 50 }));
      await transaction.insertLead(lead('c', 3, { rating: 5 }));
    });
    equal(await idsOf(store, { fields: [{ field: 'status', anyOf: ['won'] }] }), 'ba');
    const exact = { field: 'status', anyOf: ['won'], caseSensitive: true };
    equal(await idsOf(store, { fields: [exact] }), 'b');
    equal(await idsOf(store, { fields: [{ field: 'interests', anyOf: ['x', 'vip'] }] }), 'a');
    equal(await idsOf(store, { fields: [{ field: 'rating', anyOf: ['5'] }] }), 'c');
    equal(await idsOf(store, { fields: [{ field: 'follow_up', from: 50, to: 50 }] }), 'b');
    equal(await idsOf(store, { fields: [{ field: 'follow_up', from: 51 }] }), '');
    equal(await idsOf(store, { fields: [{ field: 'constructor', anyOf: ['x'] }] }), '');
    equal(await idsOf(store, { fields: [{ field: 'status', anyOf: [] }] }), '');
  },

  async 'finds leads by a part of an ID, an identifier or a value, ignoring case'(store) {
    await store.transaction(async (transaction) => {
      const fields = { name: 'Jané "J" D\u2019Souza 100%_', rating: 5, interests: ['VIP', 'New'] };
      await transaction.insertLead(lead('a', 1, fields));
      await transaction.insertLead(lead('b', 2, { name: 'Zoe', rating: 4 }));
    });
    equal(await idsOf(store, { text: 'i-a' }), 'a');
    equal(await idsOf(store, { text: 'jané "j" d’s' }), 'a');
    equal(await idsOf(store, { text: '0%_' }), 'a');
    equal(await idsOf(store, { text: 'z%e' }), '');
    equal(await idsOf(store, { text: 'ip' }), 'a');
    equal(await idsOf(store, { text: '5' }), 'a');
    equal(await idsOf(store, { text: 'i-' }), 'ba');
    // Searches do not match names of fields, nor text that spans two values.
    equal(await idsOf(store, { text: 'rating' }), '');
    equal(await idsOf(store, { text: 'vip,new' }), '');
    equal(await idsOf(store, { text: 'zo', fields: [{ field: 'rating', anyOf: ['5'] }] }), '');
  },

  async 'matches leads by one of their actions'(store) {
    await store.transaction(async (transaction) => {
      await transaction.insertLead(lead('a'));
      await transaction.insertLead(lead('b'));
      const call = { ...action('x', 5), type: 'OUTGOING_CALL', performedBy: 'Ann@example.com' };
      await transaction.appendActions([call, action('y', 9)]);
    });
    const ann = { performedBy: ['ann@example.com'] };
    equal(await idsOf(store, { action: { types: ['outgoing_call'], ...ann } }), 'a');
    equal(await idsOf(store, { action: { types: ['1001'], ...ann } }), '');
    equal(await idsOf(store, { action: { from: 6 } }), 'a');
    equal(await idsOf(store, { action: { to: 4 } }), '');
  },

  async 'changes fields without changing records that were read before'(store) {
    const original = lead('a', 1, { name: 'Jane', city: 'Pune', rating: 1 });
    await store.transaction((transaction) => transaction.insertLead(original));
    const before = await store.getLead('a');
    const change = { set: { rating: 5 }, unset: ['city'], modifiedOn: 7 };
    const changed = { ...original, fields: { name: 'Jane', rating: 5 }, modifiedOn: 7 };
    await store.transaction(async (transaction) => {
      deepEqual(await transaction.changeLead('a', change), changed);
      equal(await transaction.changeLead('nothing', change), undefined);
    });
    deepEqual(before, original);
    deepEqual(await store.getLead('a'), changed);
  },

  async 'stores fields with any name'(store) {
    const fields = JSON.parse('{"__proto__":"a","constructor":"b","":"c"}');
    await store.transaction((transaction) => transaction.insertLead(lead('a', 1, fields)));
    const change = { set: JSON.parse('{"__proto__":"z"}'), unset: ['constructor'], modifiedOn: 2 };
    await store.transaction((transaction) => transaction.changeLead('a', change));
    const stored = Object.entries((await store.getLead('a'))?.fields ?? {}).sort();
    deepEqual(stored, [
      ['', 'c'],
      ['__proto__', 'z'],
    ]);
  },
};
