import { createDatabase, type PostgresServer, startPostgres } from '@telecrm/sql/testing';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { roll } from './rolling.ts';

let postgres: PostgresServer;
beforeAll(async () => {
  postgres = await startPostgres();
}, 60_000);
afterAll(() => postgres.stop());

it('replacing each of three processes fails no request and loses nothing', {
  timeout: 120_000,
}, async () => {
  const flags = ['--database-url', await createDatabase(postgres.adminUrl)];
  const { acknowledged, ...wrong } = await roll({
    ...{ flags, processes: 3, replacements: 3, clients: 4 },
  });
  expect(wrong).toMatchObject({ failures: [], lost: 0, twice: 0, outOfOrder: 0 });
  expect(acknowledged).toBeGreaterThan(10);
});
