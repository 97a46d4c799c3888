export { createDatabase, superuserUrl } from './create-database.ts';
export { type PostgresServer, startPostgres } from './postgres-server.ts';
