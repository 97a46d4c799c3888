/** As a subquery, which runs once per statement instead of once per row. */
const setting = (name: string) => `(SELECT NULLIF(current_setting('${name}', true), '')::bigint)`;

/** A transaction of Postgres sees and writes only the rows of the store in a setting; without it, none. */
export function policyOf(table: string, name: string): string {
  return `
    ALTER TABLE ${table} ENABLE ROW LEVEL SECURITY;
    ALTER TABLE ${table} FORCE ROW LEVEL SECURITY;
    CREATE POLICY own_store ON ${table} USING (store = ${setting(name)});
  `;
}

/** A transaction that copies from a store also sees its rows. */
export function readPolicyOf(table: string, name: string): string {
  return `CREATE POLICY copied_store ON ${table} FOR SELECT USING (store = ${setting(name)});`;
}
