import type { TestProject } from 'vitest/node';
import type {} from './inject-postgres.ts';
import { startPostgres } from './postgres-server.ts';

/** A global setup of Vitest: one Postgres for all test files of a package, of which `postgresUrl` gives them databases. */
export default async function setup({ provide }: TestProject): Promise<() => Promise<void>> {
  const server = await startPostgres();
  provide('postgresAdminUrl', server.adminUrl);
  return server.stop;
}
