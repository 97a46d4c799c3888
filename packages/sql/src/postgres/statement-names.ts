/**
 * The maximum number of names, and the maximum length of a named statement: each one that a connection prepares takes
 * memory of the server, about 1 MB for an insert of 400 rows.
 */
const maxNames = 100;
const maxLength = 2000;

/** Statements that are used less often are not prepared. */
const minUses = 3;

/** The maximum number of statements whose uses are counted. */
const maxCounted = 1000;

/** Names for prepared statements, which are the same on all connections. */
export interface StatementNames {
  /** The name under which to prepare a statement, or `undefined` if it is not used often enough. */
  nameOf(text: string): string | undefined;
}

/**
 * Names the statements that are used most. Postgres parses and plans a prepared statement once per connection; for an
 * insert, that takes three times as long as running it.
 */
export function createStatementNames(): StatementNames {
  const names = new Map<string, string>();
  const uses = new Map<string, number>();
  return {
    nameOf(text) {
      const name = names.get(text);
      if (name !== undefined || names.size >= maxNames || text.length > maxLength) return name;
      const count = (uses.get(text) ?? 0) + 1;
      if (count < minUses) {
        if (uses.size >= maxCounted) uses.clear();
        uses.set(text, count);
        return undefined;
      }
      uses.delete(text);
      const added = `telecrm_${names.size + 1}`;
      names.set(text, added);
      return added;
    },
  };
}
