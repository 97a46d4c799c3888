import type { Schema } from '@telecrm/sql';
import { findPlace } from '../workspaces/place.ts';
import { workspaceReads } from '../workspaces/rows.ts';
import { sandboxTables } from './sandbox-tables.ts';
import { workspaceTables } from './workspace-tables.ts';

/** The tables of the sandbox. */
export const schema: Schema = {
  name: 'telecrm_sandbox',
  program: 'telecrm sandbox',
  migrations: [workspaceTables, sandboxTables],
  cached: {
    tables: ['workspace', 'token'],
    statements: [...workspaceReads, findPlace.sqlite],
  },
};
