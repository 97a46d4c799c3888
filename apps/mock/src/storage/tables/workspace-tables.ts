import type { DialectName, Migration } from '@telecrm/sql';
import { policyOf, readPolicyOf } from './policies.ts';

/** SQLite stores tables that are read by their primary key in its order; Postgres has no such option. */
type Clustered = 'WITHOUT ROWID' | '';

/**
 * The content of workspaces. Each `store` is one content: it has leads, actions, members and options. JSON is stored as
 * text, which preserves the order of keys; `…_key` columns are indexed.
 *
 * Leads and actions are never deleted individually, and `seq` counts them in the order of insertion: the largest one is
 * their number.
 */
const tables = (clustered: Clustered) => `
  CREATE TABLE lead (
    store BIGINT NOT NULL,
    seq BIGINT NOT NULL,
    id TEXT NOT NULL,
    identifier TEXT NOT NULL,
    identifier_key TEXT NOT NULL,
    fields TEXT NOT NULL,
    created_on BIGINT NOT NULL,
    modified_on BIGINT NOT NULL,
    PRIMARY KEY (store, seq)
  ) ${clustered};
  CREATE UNIQUE INDEX lead_id ON lead (store, id);
  CREATE UNIQUE INDEX lead_identifier ON lead (store, identifier_key);
  CREATE INDEX lead_created ON lead (store, created_on, seq);

  CREATE TABLE action (
    store BIGINT NOT NULL,
    lead_seq BIGINT NOT NULL,
    seq BIGINT NOT NULL,
    id TEXT NOT NULL,
    type TEXT NOT NULL,
    type_key TEXT NOT NULL,
    performed_by TEXT NOT NULL,
    performed_by_key TEXT NOT NULL,
    fields TEXT,
    data TEXT,
    created_on BIGINT NOT NULL,
    modified_on BIGINT NOT NULL,
    PRIMARY KEY (store, seq)
  ) ${clustered};
  CREATE UNIQUE INDEX action_id ON action (store, lead_seq, id);
  CREATE INDEX action_created ON action (store, lead_seq, created_on, seq);

  CREATE TABLE member (
    store BIGINT NOT NULL,
    seq BIGINT NOT NULL,
    identifier_key TEXT NOT NULL,
    identifier TEXT NOT NULL,
    status TEXT NOT NULL,
    member TEXT NOT NULL,
    PRIMARY KEY (store, identifier_key)
  ) ${clustered};

  CREATE TABLE field_option (
    store BIGINT NOT NULL,
    seq BIGINT NOT NULL,
    field_key TEXT NOT NULL,
    field TEXT NOT NULL,
    label_key TEXT NOT NULL,
    label TEXT NOT NULL,
    PRIMARY KEY (store, field_key, label_key)
  ) ${clustered};
`;

/**
 * The index for searches in Postgres. SQLite, for a single process, reads the leads instead: an index of all values
 * would double the time of a write.
 *
 * A list has a row for each of its values. `value` is normalized for comparison, and `exact` is the original value if
 * it differs. `words` is the text for substring searches.
 */
const searchIndexes = `
  ALTER TABLE lead ADD COLUMN words TEXT NOT NULL;
  CREATE TABLE lead_value (
    store BIGINT NOT NULL,
    field TEXT NOT NULL,
    value TEXT NOT NULL,
    created_on BIGINT NOT NULL,
    seq BIGINT NOT NULL,
    exact TEXT NOT NULL,
    number DOUBLE PRECISION,
    PRIMARY KEY (store, field, value, created_on, seq, exact)
  );
  CREATE INDEX lead_number ON lead_value (store, field, number, created_on, seq)
    WHERE number IS NOT NULL;
  CREATE INDEX lead_modified ON lead (store, modified_on, created_on, seq);
  CREATE INDEX action_type ON action (store, type_key, lead_seq);
`;

/** The tables with the content of a store. */
export function storeTables(dialect: DialectName): string[] {
  const all = ['lead', 'action', 'member', 'field_option'];
  return dialect === 'postgres' ? [...all, 'lead_value'] : all;
}

export const workspaceTables: Migration = {
  sqlite: tables('WITHOUT ROWID'),
  postgres: [
    tables(''),
    searchIndexes,
    ...storeTables('postgres').map((table) => policyOf(table, 'telecrm.store')),
    ...storeTables('postgres').map((table) => readPolicyOf(table, 'telecrm.source')),
  ].join(''),
};
