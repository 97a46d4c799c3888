import type { TestProject } from 'vitest/node';
import type {} from './inject-postgres.ts';
import { startPostgres } from './postgres-server.ts';

/** A global setup of Vitest: one Postgres for all test files of a package. `postgresUrl` creates databases on it. */
export default async function setup({ provide }: TestProject): Promise<() => Promise<void>> {
  const server = await startPostgres();
  provide('postgresAdminUrl', server.adminUrl);
  return server.stop;
}
