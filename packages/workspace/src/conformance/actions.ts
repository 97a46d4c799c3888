import { deepEqual, equal, rejects } from 'node:assert/strict';
import type { WorkspaceStore } from '../store/index.ts';
import { action, lead, page } from './records.ts';

/** Tests of timelines. */
export const actionCases: Readonly<Record<string, (store: WorkspaceStore) => Promise<void>>> = {
  async 'lists timelines newest first'(store) {
    await store.transaction(async (transaction) => {
      await transaction.insertLead(lead('a'));
      await transaction.appendActions([action('x', 5), action('y', 1)]);
      await transaction.appendActions([action('z', 5)]);
    });
    const { items, total } = await store.searchActions('a', {}, { skip: 0, limit: 2 });
    deepEqual(items, [action('z', 5), action('x', 5)]);
    equal(total, 3);
    deepEqual(await store.searchActions('nothing', {}, page), { items: [], total: 0 });
  },

  async 'matches actions by type, member and time'(store) {
    const call = { ...action('x', 5), type: 'OUTGOING_CALL', performedBy: 'Ann@example.com' };
    await store.transaction(async (transaction) => {
      await transaction.insertLead(lead('a'));
      await transaction.appendActions([call, action('y', 9)]);
    });
    const query = { types: ['outgoing_call'], performedBy: ['ann@example.com'], from: 5, to: 5 };
    deepEqual(await store.searchActions('a', query, page), { items: [call], total: 1 });
    equal((await store.searchActions('a', { types: ['1001'], to: 8 }, page)).total, 0);
  },

  async 'changes the fields or the data of one action'(store) {
    const visit = { ...action('x'), fields: { note: 'a', outcome: 'b' } };
    const payment = { ...action('y'), type: 'PAYMENT', data: { status: 'PENDING', amount: '1' } };
    const set = { set: { note: 'c' }, unset: ['outcome'], modifiedOn: 9 };
    const merge = { set: {}, unset: [], data: { status: 'COMPLETED' }, modifiedOn: 9 };
    await store.transaction(async (transaction) => {
      await transaction.insertLead(lead('a'));
      await transaction.appendActions([visit, payment]);
      const changed = { ...visit, fields: { note: 'c' }, modifiedOn: 9 };
      deepEqual(await transaction.changeAction('a', 'x', set), changed);
      await transaction.changeAction('a', 'y', merge);
      equal(await transaction.changeAction('a', 'nothing', set), undefined);
      equal(await transaction.changeAction('nothing', 'x', set), undefined);
    });
    deepEqual(await store.getAction('a', 'y'), {
      ...payment,
      data: { status: 'COMPLETED', amount: '1' },
      modifiedOn: 9,
    });
    equal(await store.getAction('nothing', 'y'), undefined);
  },

  async 'stores actions whose fields have any name'(store) {
    const fields = JSON.parse('{"__proto__":"a","constructor":"b","prototype":"c"}');
    const set = JSON.parse('{"__proto__":"z"}');
    await store.transaction(async (transaction) => {
      await transaction.insertLead(lead('a'));
      await transaction.appendActions([{ ...action('x'), fields }]);
    });
    await store.transaction((transaction) =>
      transaction.changeAction('a', 'x', { set, unset: ['constructor'], modifiedOn: 2 }),
    );
    const stored = Object.entries((await store.getAction('a', 'x'))?.fields ?? {}).sort();
    deepEqual(stored, [
      ['__proto__', 'z'],
      ['prototype', 'c'],
    ]);
  },

  async 'rejects actions of a lead that does not exist'(store) {
    const orphan = { ...action('q'), leadId: 'nothing' };
    await rejects(store.transaction((transaction) => transaction.appendActions([orphan])));
  },
};
