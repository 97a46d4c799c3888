import type { AuditEntry } from '@telecrm/sandbox/storage';
import type { RequestRecord } from '../monitoring/request-record.ts';

/** Where a sandbox writes what happens. Nothing that a caller has sent is ever given to it but the method. */
export interface ServerLog {
  /** A mistake of the sandbox itself: its name, and where it happened. */
  error(text: string): void;
  /** Something about the server, such as its start. */
  event(name: string, details?: Readonly<Record<string, string | number>>): void;
  /** A request that has been answered; without it there is no line for each. */
  readonly request?: (record: RequestRecord) => void;
  /** An entry of the audit trail; without it they are in the storage only. */
  readonly audit?: (entry: AuditEntry) => void;
  /** Writes what has not been written yet, and nothing afterwards. */
  end(): Promise<void>;
}

/** Lines for people: only what went wrong. */
export function textLog(write: (text: string) => void): ServerLog {
  return { error: write, event: () => {}, end: async () => {} };
}
