import { randomBytes } from 'node:crypto';
import pg from 'pg';

/** The role of the tests: without privileges, so policies apply to it. */
export const role = 'service';
export const superuser = 'admin';

/**
 * Creates an empty database that belongs to a role without privileges.
 *
 * @param adminUrl See `startPostgres`.
 * @returns Its URL for that role.
 */
export async function createDatabase(adminUrl: string): Promise<string> {
  const name = `db_${randomBytes(6).toString('hex')}`;
  const admin = new pg.Client({ connectionString: adminUrl });
  await admin.connect();
  await admin.query(`CREATE DATABASE ${name} OWNER ${role}`);
  await admin.end();
  return adminUrl.replace(`${superuser}@`, `${role}@`).replace('/postgres?', `/${name}?`);
}

/** The URL of such a database for the superuser. */
export function superuserUrl(url: string): string {
  return url.replace(`${role}@`, `${superuser}@`);
}

/** Runs statements in such a database as the superuser. */
export async function runAsSuperuser(url: string, statements: string): Promise<void> {
  const client = new pg.Client({ connectionString: superuserUrl(url) });
  await client.connect();
  await client.query(statements);
  await client.end();
}
