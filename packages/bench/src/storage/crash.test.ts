import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createDatabase, type PostgresServer, startPostgres } from '@telecrm/sql/testing';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { crash } from './crash.ts';

const folder = mkdtempSync(join(tmpdir(), 'telecrm-crash-'));
let postgres: PostgresServer;
beforeAll(async () => {
  postgres = await startPostgres();
}, 60_000);
afterAll(async () => {
  await postgres.stop();
  rmSync(folder, { recursive: true });
});

const nothingWrong = { lost: 0, twice: 0, outOfOrder: 0 };
const plan = { kills: 3, clients: 3, maxLoadMs: 400 };

it('kill -9 at random moments loses nothing that SQLite has acknowledged', {
  timeout: 120_000,
}, async () => {
  const flags = ['--state', join(folder, 'state')];
  const result = await crash({ ...plan, flags, processes: 1 });
  expect(result).toMatchObject(nothingWrong);
  expect(result.acknowledged).toBeGreaterThan(10);
});

it('kill -9 of one of three processes loses nothing that Postgres has acknowledged', {
  timeout: 120_000,
}, async () => {
  const flags = ['--database-url', await createDatabase(postgres.adminUrl)];
  const result = await crash({ ...plan, flags, processes: 3, clients: 2 });
  expect(result).toMatchObject(nothingWrong);
  expect(result.acknowledged).toBeGreaterThan(10);
});
