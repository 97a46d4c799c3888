import { type Database, openPostgres } from '@telecrm/sql';
import { postgresUrl } from '@telecrm/sql/testing/vitest';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { schema } from '../tables/schema.ts';
import { deleteLater, removeDeletedStores } from './deleted-stores.ts';

const never = new AbortController().signal;
let database: Database;
let other: Database;

beforeAll(async () => {
  const url = await postgresUrl();
  database = await openPostgres({ url, schema });
  other = await openPostgres({ url, schema });
});
afterAll(() => Promise.all([database.close(), other.close()]));

const mark = (store: number) =>
  database.transaction((transaction) => deleteLater(transaction, [store]));
const marked = () => database.all<{ number: number }>('SELECT number FROM deleted_store');

/** Deletes stores in another process, until the returned function is called. */
async function deleteInOtherProcess(): Promise<() => Promise<void>> {
  const working = Promise.withResolvers<void>();
  const started = Promise.withResolvers<void>();
  const deleting = other.exclusively('deleted stores', () => {
    started.resolve();
    return working.promise;
  });
  await started.promise;
  return async () => {
    working.resolve();
    await deleting;
  };
}

it('waits for another process that does not delete this store', async () => {
  const finish = await deleteInOtherProcess();
  await mark(7);
  const removing = removeDeletedStores(database, never);
  await database.exclusively('anything', async () => {});
  await finish();
  await removing;
  expect(await marked()).toEqual([]);
});

it('also deletes stores that are marked while it runs', async () => {
  await mark(8);
  let isMarked = false;
  const slow: Database = {
    ...database,
    async transaction(work, scope) {
      const result = await database.transaction(work, scope);
      if (!isMarked) await mark(9);
      isMarked = true;
      return result;
    },
  };
  await removeDeletedStores(slow, never);
  expect(await marked()).toEqual([]);
});

it('no longer waits once the process stops', async () => {
  const finish = await deleteInOtherProcess();
  await mark(10);
  const stop = new AbortController();
  const removing = removeDeletedStores(database, stop.signal);
  stop.abort();
  await expect(removing).rejects.toThrow('abort');
  await finish();
  await removeDeletedStores(database, never);
  expect(await marked()).toEqual([]);
});
