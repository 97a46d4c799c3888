import type { Database } from '@telecrm/sql';
import { keyOf } from '../tables/text.ts';

interface Use {
  at: number;
  bytes: number;
  expiresOn: number | null | undefined;
}

/** Buffers uses of workspaces, to write them in batches. */
export interface UseBuffer {
  add(enterpriseId: string, use: Pick<Use, 'at' | 'bytes'> & { expiresOn?: number | null }): void;
  /** Discards the buffered uses of a workspace. */
  discard(enterpriseId: string): void;
  flush(): Promise<void>;
}

export function createUseBuffer(database: Database): UseBuffer {
  let uses = new Map<string, Use>();
  return {
    add(enterpriseId, { at, bytes, expiresOn }) {
      const use = uses.get(enterpriseId) ?? { at, bytes: 0, expiresOn: undefined };
      uses.set(enterpriseId, use);
      use.at = Math.max(use.at, at);
      use.bytes += bytes;
      if (expiresOn !== undefined) use.expiresOn = expiresOn;
    },
    discard: (enterpriseId) => void uses.delete(enterpriseId),
    async flush() {
      const pending = uses;
      uses = new Map();
      try {
        for (const [enterpriseId, use] of pending) {
          await write(database, enterpriseId, use);
          pending.delete(enterpriseId);
        }
      } finally {
        // Uses that could not be written are written later.
        for (const [enterpriseId, use] of pending) {
          uses.set(enterpriseId, merged(use, uses.get(enterpriseId)));
        }
      }
    },
  };
}

function merged(earlier: Use, later: Use | undefined): Use {
  if (later === undefined) return earlier;
  const expiresOn = later.expiresOn === undefined ? earlier.expiresOn : later.expiresOn;
  return { at: Math.max(earlier.at, later.at), bytes: earlier.bytes + later.bytes, expiresOn };
}

async function write(
  database: Database,
  enterpriseId: string,
  { at, bytes, expiresOn }: Use,
): Promise<void> {
  await database.transaction(
    (transaction) =>
      transaction.run(
        `UPDATE workspace SET last_used_on = ?, bytes = bytes + ?
         ${expiresOn === undefined ? '' : ', expires_on = ?'}
         WHERE enterprise_key = ? AND state <> 'expired' AND created_on <= ?`,
        [
          ...[at, bytes],
          ...(expiresOn === undefined ? [] : [expiresOn]),
          // Another one with the same ID may have been created since then.
          ...[keyOf(enterpriseId), at],
        ],
      ),
    { lock: 'uses' },
  );
}
