import type { ApiName, WorkspaceRecord, WorkspaceState } from '@telecrm/sandbox/storage';
import type { SqlReader } from '@telecrm/sql';
import { keyOf } from '../tables/text.ts';

/** A row of `workspace` without its definition. */
export interface WorkspaceRow {
  number: number;
  enterprise_id: string;
  partner_id: string | null;
  state: WorkspaceState;
  sync_hash: string;
  async_hash: string;
  with_records: number;
  clock: string;
  created_on: number;
  last_used_on: number;
  expires_on: number | null;
  revision: number;
  content: number;
  history: number;
  bytes: number;
  faults: number;
  ingestions: number;
  queued: number;
}

export const workspaceColumns = [
  ...['number', 'enterprise_id', 'partner_id', 'state', 'sync_hash', 'async_hash'],
  ...['with_records', 'clock', 'created_on', 'last_used_on', 'expires_on', 'revision'],
  ...['content', 'history', 'bytes', 'faults', 'ingestions', 'queued'],
]
  .map((column) => `w.${column}`)
  .join(', ');

/** The workspace and the API of a token. */
export interface TokenRow extends WorkspaceRow {
  api: ApiName;
}

const byEnterprise = `SELECT ${workspaceColumns} FROM workspace w WHERE w.enterprise_key = ?`;

const byToken = `SELECT t.api, ${workspaceColumns} FROM token t JOIN workspace w ON w.number = t.workspace
  WHERE t.hash = ?`;

/** The reads of a workspace during a request. */
export const workspaceReads: readonly string[] = [byEnterprise, byToken];

export async function findWorkspace(
  reader: SqlReader,
  enterpriseId: string,
): Promise<WorkspaceRow | undefined> {
  const [row] = await reader.all<WorkspaceRow>(byEnterprise, [keyOf(enterpriseId)]);
  return row;
}

export async function findToken(reader: SqlReader, hash: string): Promise<TokenRow | undefined> {
  const [row] = await reader.all<TokenRow>(byToken, [hash]);
  return row;
}

/**
 * Adds the definitions to committed rows. The last ones are cached by revision, because they rarely change. `undefined` if
 * the workspace has been deleted since its row was read.
 */
export type ToRecord = (
  reader: SqlReader,
  row: WorkspaceRow,
) => Promise<WorkspaceRecord | undefined>;

/** The maximum number of cached definitions. */
const maxDefinitions = 1000;

type Definition = WorkspaceRecord['definition'];

export function createToRecord(): ToRecord {
  const definitions = new Map<number, { revision: number; definition: Definition }>();

  const definitionOf = async (reader: SqlReader, { number, revision }: WorkspaceRow) => {
    const known = definitions.get(number);
    if (known?.revision === revision) return known.definition;
    const [row] = await reader.all<{ definition: string }>(
      'SELECT definition FROM workspace WHERE number = ?',
      [number],
    );
    if (row === undefined) return undefined;
    // Only `JSON.stringify` of a definition is stored here.
    const definition: Definition = JSON.parse(row.definition);
    if (definitions.size >= maxDefinitions) definitions.clear();
    definitions.set(number, { revision, definition });
    return definition;
  };

  // A cached row is always the same object.
  const records = new WeakMap<WorkspaceRow, WorkspaceRecord>();

  return async (reader, row) => {
    const known = records.get(row);
    if (known) return known;
    const definition = await definitionOf(reader, row);
    if (definition === undefined) return undefined;
    const record: WorkspaceRecord = {
      enterpriseId: row.enterprise_id,
      partnerId: row.partner_id,
      state: row.state,
      tokenHashes: { sync: row.sync_hash, async: row.async_hash },
      definition,
      withRecords: row.with_records === 1,
      clock: JSON.parse(row.clock),
      createdOn: row.created_on,
      lastUsedOn: row.last_used_on,
      expiresOn: row.expires_on,
      revision: row.revision,
    };
    records.set(row, record);
    return record;
  };
}
