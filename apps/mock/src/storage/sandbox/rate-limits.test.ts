import { expect, it } from 'vitest';
import { openTestDatabases } from '../testing/databases.ts';
import { see } from '../workspaces/place.ts';
import { createSqlPartners } from './partners.ts';
import { createSharedPartnerRateLimits } from './rate-limits.ts';

const databases = openTestDatabases();
const partner = { name: 'Acme', createdOn: 1 };

it('keeps the counted calls of a partner apart from those of others, until it is deleted', async () => {
  const database = await databases.postgres();
  const partners = createSqlPartners(database, () => {});
  const rates = createSharedPartnerRateLimits(database);
  const limit = { name: 'control', requests: 2, seconds: 3600 };
  for (const id of ['a', 'b']) {
    await partners.insert({ ...partner, id, keyHash: id });
    expect(await rates.take(id, limit)).toBe(0);
  }
  const numbers = await database.all<{ seq: number }>('SELECT seq FROM partner ORDER BY id');
  const counts = () =>
    Promise.all(
      numbers.map(({ seq }) =>
        database.read(async (reader) => {
          await see(reader, 'postgres', { history: seq });
          return reader.all('SELECT store, count FROM rate_window');
        }),
      ),
    );
  const [a = [], b = []] = numbers.map(({ seq }) => [{ store: seq, count: 1 }]);
  expect(await counts()).toEqual([a, b]);
  await partners.delete('a');
  expect(await counts()).toEqual([[], b]);
  expect(await rates.take('a', limit)).toBe(0);
  expect(await counts()).toEqual([[], b]);
});
