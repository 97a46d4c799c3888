import type { DialectName, Migration } from '@telecrm/sql';
import { policyOf } from './policies.ts';

/**
 * Workspaces and related records. The content and the history of a workspace are separate stores: a reset gives it new
 * ones, and the previous ones are deleted later in small batches.
 */
const tables = `
  CREATE TABLE workspace (
    number BIGINT PRIMARY KEY,
    enterprise_key TEXT NOT NULL UNIQUE,
    enterprise_id TEXT NOT NULL,
    partner_id TEXT,
    state TEXT NOT NULL,
    sync_hash TEXT NOT NULL,
    async_hash TEXT NOT NULL,
    definition TEXT NOT NULL,
    with_records BIGINT NOT NULL,
    clock TEXT NOT NULL,
    created_on BIGINT NOT NULL,
    last_used_on BIGINT NOT NULL,
    expires_on BIGINT,
    revision BIGINT NOT NULL,
    content BIGINT NOT NULL,
    history BIGINT NOT NULL,
    bytes BIGINT NOT NULL,
    faults BIGINT NOT NULL,
    ingestions BIGINT NOT NULL,
    ingestion_weight BIGINT NOT NULL,
    queued BIGINT NOT NULL,
    next_due_at BIGINT,
    queued_since BIGINT
  );
  CREATE INDEX workspace_partner ON workspace (partner_id, state);
  CREATE INDEX workspace_expiry ON workspace (expires_on) WHERE expires_on IS NOT NULL;
  CREATE INDEX workspace_queue ON workspace (next_due_at) WHERE next_due_at IS NOT NULL;

  CREATE TABLE token (
    hash TEXT PRIMARY KEY,
    workspace BIGINT NOT NULL,
    api TEXT NOT NULL
  );
  CREATE INDEX token_workspace ON token (workspace);

  CREATE TABLE partner (
    id TEXT PRIMARY KEY,
    seq BIGINT NOT NULL,
    name TEXT NOT NULL,
    key_hash TEXT NOT NULL UNIQUE,
    created_on BIGINT NOT NULL
  );

  CREATE TABLE snapshot (
    workspace BIGINT NOT NULL,
    name_key TEXT NOT NULL,
    seq BIGINT NOT NULL,
    name TEXT NOT NULL,
    saved_on BIGINT NOT NULL,
    leads BIGINT NOT NULL,
    store BIGINT NOT NULL,
    PRIMARY KEY (workspace, name_key)
  );

  CREATE TABLE ingestion (
    store BIGINT NOT NULL,
    seq BIGINT NOT NULL,
    id TEXT NOT NULL,
    received_at BIGINT NOT NULL,
    due_at BIGINT NOT NULL,
    body TEXT NOT NULL,
    weight BIGINT NOT NULL,
    outcome TEXT,
    PRIMARY KEY (store, seq)
  );
  CREATE INDEX ingestion_queue ON ingestion (store, seq) WHERE outcome IS NULL;

  CREATE TABLE outcome_part (
    store BIGINT NOT NULL,
    seq BIGINT NOT NULL,
    number BIGINT NOT NULL,
    part TEXT NOT NULL,
    PRIMARY KEY (store, seq, number)
  );

  CREATE TABLE fault (
    store BIGINT NOT NULL,
    seq BIGINT NOT NULL,
    operation_id TEXT,
    fault TEXT NOT NULL,
    PRIMARY KEY (store, seq)
  );

  CREATE TABLE request (
    store BIGINT NOT NULL,
    seq BIGINT NOT NULL,
    is_authorized BIGINT NOT NULL,
    request TEXT NOT NULL,
    sent TEXT,
    bytes BIGINT NOT NULL,
    PRIMARY KEY (store, seq)
  );

  CREATE TABLE audit (
    seq BIGINT PRIMARY KEY,
    caller TEXT NOT NULL,
    number BIGINT NOT NULL,
    time BIGINT NOT NULL,
    actor TEXT NOT NULL,
    partner_id TEXT,
    operation TEXT NOT NULL,
    enterprise_id TEXT,
    subject TEXT,
    status BIGINT
  );
  CREATE UNIQUE INDEX audit_caller ON audit (caller, number);
  CREATE INDEX audit_time ON audit (time);

  CREATE TABLE creation (
    caller TEXT NOT NULL,
    seq BIGINT NOT NULL,
    at BIGINT NOT NULL,
    PRIMARY KEY (caller, seq)
  );
  CREATE INDEX creation_at ON creation (at);

  CREATE TABLE deleted_store (number BIGINT PRIMARY KEY);

  CREATE TABLE counter (name TEXT PRIMARY KEY, value BIGINT NOT NULL);
  INSERT INTO counter (name, value) VALUES ('number', 0), ('calls', 0), ('checks', 0);
`;

/** Numbers of workspaces, stores and revisions. A counter in a row would make transactions wait for each other. */
const numbers = 'CREATE SEQUENCE number;';

/**
 * The counted requests of rate limits, by the history of a workspace or the number of a partner. Unlogged: a crash of the
 * server may lose them.
 */
const rateWindows = `
  CREATE UNLOGGED TABLE rate_window (
    store BIGINT NOT NULL,
    name TEXT NOT NULL,
    first DOUBLE PRECISION NOT NULL,
    last DOUBLE PRECISION NOT NULL,
    count BIGINT NOT NULL,
    PRIMARY KEY (store, name, first)
  );
`;

/** The tables with the history of a workspace. */
export function historyTables(dialect: DialectName): string[] {
  const all = ['ingestion', 'outcome_part', 'fault', 'request'];
  return dialect === 'postgres' ? [...all, 'rate_window'] : all;
}

export const sandboxTables: Migration = {
  sqlite: tables,
  postgres: [
    tables,
    numbers,
    rateWindows,
    ...historyTables('postgres').map((table) => policyOf(table, 'telecrm.history')),
  ].join(''),
};
