import { storeConformance } from '@telecrm/workspace/testing';
import { describe, expect, it } from 'vitest';
import { openTestDatabases } from '../testing/databases.ts';
import { insertEmptyWorkspace } from '../testing/workspaces.ts';
import { createWorkspaceStore } from './workspace-store.ts';

const databases = openTestDatabases();

describe.each(['sqlite', 'postgres'] as const)('a store in %s', (dialect) => {
  let next = 0;
  const create = async () => {
    const database = await databases[dialect]();
    const enterpriseId = `ent_${next++}`;
    await insertEmptyWorkspace(database, enterpriseId);
    return createWorkspaceStore(database, enterpriseId);
  };

  for (const { name, run } of storeConformance(create)) it(name, run);

  it('has separate content', async () => {
    const [first, second] = [await create(), await create()];
    const fields = { name: 'Jane' };
    const lead = { id: 'a', identifier: 'i', fields, createdOn: 1, modifiedOn: 1 };
    await first.transaction((transaction) => transaction.insertLead(lead));
    const query = { fields: [{ field: 'name', anyOf: ['jane'] }] };
    const page = { skip: 0, limit: 10 };
    expect((await first.searchLeads(query, page)).total).toBe(1);
    expect((await second.searchLeads(query, page)).total).toBe(0);
    await second.transaction((transaction) => transaction.clear());
    expect(await first.getLead('a')).toEqual(lead);
  });

  it('stores any text', async () => {
    const store = await create();
    const texts = ['\0', 'a\0b', '\ud800', '\u0001"x"', 'x'.repeat(10_000), 'Ünïcödé 😀', ''];
    await store.transaction(async (transaction) => {
      for (const [index, text] of texts.entries()) {
        const fields = { [text]: text, tags: [text, text] };
        const lead = { id: String(index), identifier: text, fields, createdOn: 1, modifiedOn: 1 };
        expect(await transaction.insertLead(lead)).toBe(true);
        await transaction.addOption(text, text);
      }
    });
    for (const [index, text] of texts.entries()) {
      const found = await store.findLead(text);
      expect(found).toMatchObject({ id: String(index), identifier: text });
      expect(Object.entries(found?.fields ?? {})).toContainEqual([text, text]);
      expect(await store.listOptions(text)).toEqual([text]);
      const query = { fields: [{ field: text, anyOf: [text.toLowerCase()] }] };
      const { items } = await store.searchLeads(query, { skip: 0, limit: 10 });
      expect(items.map(({ id }) => id)).toEqual([String(index)]);
    }
  });

  it('finds leads by several conditions', async () => {
    const store = await create();
    await store.transaction(async (transaction) => {
      for (let index = 0; index < 300; index++) {
        const time = 1000 + Math.floor(index / 3);
        const fields = { parity: index % 2 ? 'Odd' : 'Even', rest: index % 7, due: index };
        const lead = { id: `l${index}`, identifier: `i${index}`, fields };
        await transaction.insertLead({ ...lead, createdOn: time, modifiedOn: time + 1 });
      }
    });
    const query = {
      fields: [
        { field: 'parity', anyOf: ['odd', 'none'] },
        { field: 'rest', anyOf: ['3', '5'] },
        { field: 'due', from: 50, to: 200 },
      ],
      createdOn: { from: 1010 },
      modifiedOn: { to: 1060 },
    };
    const expected = Array.from({ length: 300 }, (_, index) => index)
      .filter((n) => n % 2 === 1 && [3, 5].includes(n % 7) && n >= 50 && n <= 200)
      .filter((n) => Math.floor(n / 3) >= 10 && Math.floor(n / 3) <= 59)
      .map((n) => `l${n}`)
      .reverse();
    const found = await store.searchLeads(query, { skip: 2, limit: 5 });
    expect(found.total).toBe(expected.length);
    expect(found.items.map(({ id }) => id)).toEqual(expected.slice(2, 7));
  });
});
