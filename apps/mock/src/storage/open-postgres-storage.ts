import type { SandboxStorage } from '@telecrm/sandbox/storage';
import { openPostgres } from '@telecrm/sql';
import type { ServerLog } from '../logging/server-log.ts';
import { createSqlStorage } from './sandbox/create-sql-storage.ts';
import { schema } from './tables/schema.ts';

export async function openPostgresStorage(url: string, log: ServerLog): Promise<SandboxStorage> {
  const database = await openPostgres({ url, schema });
  const [role] = await database.read((reader) =>
    reader.all<{ bypasses: boolean }>(
      'SELECT rolsuper OR rolbypassrls AS bypasses FROM pg_roles WHERE rolname = current_user',
    ),
  );
  if (role?.bypasses) {
    log.error(
      'the role of the database URL is a superuser or bypasses row-level security, so Postgres does not separate workspaces: use a separate role',
    );
  }
  return createSqlStorage(database);
}
