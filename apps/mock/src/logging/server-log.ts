import type { SandboxObserver } from '@telecrm/sandbox/adapter';
import type { RequestRecord } from '../monitoring/request-record.ts';

/** The log of a server. It never receives a value from a request except the method. */
export interface ServerLog {
  /** Logs an internal error: its name and stack trace. */
  error(text: string): void;
  /** Logs an event of the server, such as its start. */
  event(name: string, details?: Readonly<Record<string, string | number>>): void;
  /** Logs a completed request; if missing, requests are not logged. */
  readonly request?: (record: RequestRecord) => void;
  /** Logs an entry of the audit trail; if missing, entries are only stored. */
  readonly audit?: SandboxObserver['audited'];
  /** Flushes buffered lines; nothing is logged afterwards. */
  end(): Promise<void>;
}

/** Text lines for people: only errors. */
export function textLog(write: (text: string) => void): ServerLog {
  return { error: write, event: () => {}, end: async () => {} };
}
