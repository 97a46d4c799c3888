import { inject } from 'vitest';
import { createDatabase } from './create-database.ts';

declare module 'vitest' {
  export interface ProvidedContext {
    postgresAdminUrl: string;
  }
}

/** The URL of an empty database on the Postgres of the tests, for a role without privileges. */
export function postgresUrl(): Promise<string> {
  return createDatabase(inject('postgresAdminUrl'));
}
