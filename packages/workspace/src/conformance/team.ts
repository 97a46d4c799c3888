import { deepEqual, equal } from 'node:assert/strict';
import type { WorkspaceStore } from '../store/index.ts';
import { member } from './records.ts';

/** Tests of team members and options. */
export const teamCases: Readonly<Record<string, (store: WorkspaceStore) => Promise<void>>> = {
  async 'inserts a member while a seat is free and the address is new'(store) {
    await store.transaction(async (transaction) => {
      equal(await transaction.insertMember(member('Ann@example.com'), 2), 'inserted');
      equal(await transaction.insertMember(member('ANN@example.com'), 9), 'email-taken');
      equal(await transaction.insertMember(member('gone@example.com', 'Deleted'), 2), 'inserted');
      equal(await transaction.insertMember(member('b@example.com'), 2), 'inserted');
      equal(await transaction.insertMember(member('c@example.com'), 2), 'no-free-seat');
    });
    deepEqual(await store.getMember('ann@example.com'), member('Ann@example.com'));
    equal(await store.getMember('c@example.com'), undefined);
  },

  async 'lists members in the order of insertion'(store) {
    const members = ['b@example.com', 'a@example.com', 'c@example.com'].map((email) =>
      member(email),
    );
    await store.transaction(async (transaction) => {
      for (const one of members) await transaction.insertMember(one, 9);
    });
    deepEqual(await store.listMembers(), members);
    equal(await store.isEmpty(), false);
  },

  async 'sets the status of a member'(store) {
    const away = member('ann@example.com', 'On Leave');
    await store.transaction(async (transaction) => {
      await transaction.insertMember(member('ann@example.com'), 9);
      deepEqual(await transaction.setMemberStatus('ann@example.com', 'On Leave'), away);
      equal(await transaction.setMemberStatus('nobody@example.com', 'Active'), undefined);
    });
    deepEqual(await store.getMember('ann@example.com'), away);
  },

  async 'adds an option once, in order'(store) {
    await store.transaction(async (transaction) => {
      for (const label of ['New', 'Old', 'New']) await transaction.addOption('lead.source', label);
    });
    deepEqual(await store.listOptions('lead.source'), ['New', 'Old']);
    deepEqual(await store.listOptions('lead.other'), []);
  },
};
