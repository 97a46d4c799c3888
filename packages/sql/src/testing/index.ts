export { createDatabase, role, runAsSuperuser, superuserUrl } from './create-database.ts';
export { type PostgresRelay, startPostgresRelay } from './postgres-relay.ts';
export { type PostgresServer, startPostgres } from './postgres-server.ts';
