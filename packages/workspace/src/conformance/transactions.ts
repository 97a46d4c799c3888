import { deepEqual, equal, rejects } from 'node:assert/strict';
import type { StoreTransaction, WorkspaceStore } from '../store/index.ts';
import { action, lead, member, page } from './records.ts';

/** Writes records of each kind. */
async function fill(transaction: StoreTransaction): Promise<void> {
  await transaction.insertLead(lead('a', 5, { name: 'Jane' }));
  await transaction.insertLead(lead('b', 1));
  await transaction.appendActions([{ ...action('x'), fields: { note: 'a' } }]);
  await transaction.insertMember(member('ann@example.com'), 9);
  await transaction.addOption('lead.source', 'New');
}

/** Changes all records that `fill` has written. */
async function changeAll(transaction: StoreTransaction): Promise<void> {
  const change = { set: { name: 'Joe' }, unset: [], modifiedOn: 9 };
  await transaction.changeLead('a', change);
  await transaction.insertLead(lead('c', 3));
  await transaction.appendActions([action('y', 0), { ...action('z'), leadId: 'c' }]);
  await transaction.changeAction('a', 'x', change);
  await transaction.insertMember(member('b@example.com'), 9);
  await transaction.setMemberStatus('ann@example.com', 'Deleted');
  await transaction.addOption('lead.source', 'Other');
  await transaction.addOption('lead.size', 'Big');
}

/** Tests of transactions and snapshots. */
export const transactionCases: Readonly<Record<string, (store: WorkspaceStore) => Promise<void>>> =
  {
    async 'resolves to what its work resolves to'(store) {
      equal(await store.transaction(async () => 5), 5);
    },

    async 'reads see the writes of their own transaction'(store) {
      await store.transaction(async (transaction) => {
        await fill(transaction);
        equal((await transaction.findLead('i-a'))?.id, 'a');
        equal((await transaction.searchLeads({ fields: [] }, page)).total, 2);
        equal((await transaction.getAction('a', 'x'))?.id, 'x');
        equal((await transaction.listMembers()).length, 1);
        deepEqual(await transaction.count(), { leads: 2, actions: 1 });
        equal(await transaction.isEmpty(), false);
      });
    },

    async 'rolls back work that rejects'(store) {
      await store.transaction(fill);
      const before = await store.snapshot();
      const failure = new Error('the work fails');
      const failing = store.transaction(async (transaction) => {
        await changeAll(transaction);
        throw failure;
      });
      await rejects(failing, failure);
      deepEqual(await store.snapshot(), before);
      equal(await store.findLead('i-c'), undefined);
      await store.transaction(changeAll);
      equal((await store.searchActions('a', {}, page)).total, 2);
    },

    async 'leaves the store empty if its first transaction rejects'(store) {
      const before = await store.snapshot();
      const failing = store.transaction(async (transaction) => {
        await fill(transaction);
        await transaction.clear();
        await fill(transaction);
        throw new Error('the work fails');
      });
      await rejects(failing);
      equal(await store.isEmpty(), true);
      deepEqual(await store.snapshot(), before);
    },

    async 'runs transactions serializably'(store) {
      await store.transaction((transaction) => transaction.insertLead(lead('a', 1, { count: 0 })));
      const increment = () =>
        store.transaction(async (transaction) => {
          const count = Number((await transaction.getLead('a'))?.fields.count);
          await transaction.changeLead('a', {
            set: { count: count + 1 },
            unset: [],
            modifiedOn: 1,
          });
        });
      await Promise.all(Array.from({ length: 20 }, increment));
      equal((await store.getLead('a'))?.fields.count, 20);
    },

    async 'accepts exactly one of many concurrent inserts of an identifier'(store) {
      const insert = (id: string) =>
        store.transaction((transaction) =>
          transaction.insertLead({ ...lead(id), identifier: 'same' }),
        );
      const results = await Promise.all(['a', 'b', 'c', 'd'].map(insert));
      equal(results.filter(Boolean).length, 1);
    },

    async 'does not show uncommitted writes to reads outside of the transaction'(store) {
      const failing = store.transaction(async (transaction) => {
        await transaction.insertLead(lead('a'));
        await transaction.getLead('a');
        throw new Error('the work fails');
      });
      const seen = Promise.all([store.getLead('a'), store.isEmpty(), store.snapshot()]);
      await rejects(failing);
      const [found, isEmpty] = await seen;
      equal(found, undefined);
      equal(isEmpty, true);
    },

    async 'continues after a transaction that rejects'(store) {
      await rejects(store.transaction(() => Promise.reject(new Error('the work fails'))));
      await store.transaction(fill);
      equal((await store.getLead('a'))?.id, 'a');
    },

    async 'clears everything'(store) {
      await store.transaction(fill);
      await store.transaction((transaction) => transaction.clear());
      equal(await store.isEmpty(), true);
      equal(await store.findLead('i-a'), undefined);
      equal((await store.searchActions('a', {}, page)).total, 0);
      deepEqual(await store.listOptions('lead.source'), []);
      await store.transaction(fill);
      equal((await store.searchLeads({ fields: [] }, page)).total, 2);
    },

    async 'replaces everything by a restored snapshot'(store) {
      await store.transaction(fill);
      const saved = JSON.parse(JSON.stringify(await store.snapshot()));
      await store.transaction((transaction) => transaction.clear());
      await store.transaction((transaction) => transaction.insertLead(lead('other')));
      deepEqual(await store.restore(saved), { ok: true });
      deepEqual(JSON.parse(JSON.stringify(await store.snapshot())), saved);
      equal(await store.getLead('other'), undefined);
      equal((await store.getMember('ann@example.com'))?.member.name, 'Ann');
    },

    async 'changes nothing for an invalid snapshot'(store) {
      await store.transaction(fill);
      const before = await store.snapshot();
      const result = await store.restore({ format: 'something else' });
      equal(result.ok, false);
      deepEqual(await store.snapshot(), before);
    },
  };
