import { type Database, openSqlite } from '@telecrm/sql';
import { expect, it } from 'vitest';
import { createSqlStorage } from '../sandbox/create-sql-storage.ts';
import { schema } from '../tables/schema.ts';
import { newWorkspace } from '../testing/workspaces.ts';

it('finds no workspace that is deleted while its definition is read', async () => {
  const opened = await openSqlite({ file: ':memory:', schema });
  let beforeDefinition = async () => {};
  const database: Database = {
    ...opened,
    async all(text, values) {
      if (text.startsWith('SELECT definition')) await beforeDefinition();
      return opened.all(text, values);
    },
  };
  await using storage = Object.assign(createSqlStorage(database), {
    async [Symbol.asyncDispose]() {
      await storage.close();
    },
  });
  const { workspaces } = storage;
  const reads: [string, () => Promise<unknown>][] = [
    ['get', () => workspaces.get('ent_a')],
    ['findByToken', () => workspaces.findByToken('s-ent_a')],
  ];
  for (const [name, read] of reads) {
    await workspaces.insert(newWorkspace('ent_a'), { fill: async () => {} });
    beforeDefinition = async () => void (await workspaces.delete('ent_a'));
    expect([name, await read()]).toEqual([name, undefined]);
    beforeDefinition = async () => {};
    expect(await workspaces.delete('ent_a')).toBe(false);
  }
});
