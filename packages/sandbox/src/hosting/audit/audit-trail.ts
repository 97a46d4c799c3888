import type { ServerContext } from '../../calls/server-context.ts';
import type { AuditEntry, AuditStorage } from '../../storage/audit.ts';

/** A call whose status is not known yet. */
type OpenEntry = Omit<AuditEntry, 'status'>;

/** Writes the audit trail. */
export interface AuditTrail {
  /**
   * Adds a call before it is processed, so that no change is missing even if the process crashes. Rejects if it cannot
   * be stored; the call must not be processed then.
   *
   * @returns A function that adds the status. It never rejects, because the change has been made already.
   */
  begin(entry: OpenEntry): Promise<(status: number) => Promise<void>>;
  /** Adds a call that has changed nothing. Never rejects. */
  note(entry: OpenEntry, status: number): Promise<void>;
}

export function createAuditTrail(
  audit: AuditStorage,
  { log, observer }: Pick<ServerContext, 'log' | 'observer'>,
): AuditTrail {
  const finish = async (entry: OpenEntry, status: number, write: () => Promise<unknown>) => {
    try {
      await write();
    } catch (error) {
      const name = error instanceof Error ? error.name : typeof error;
      log(`${name} while the status of a ${entry.operation} is written to the audit trail`);
      observer?.auditFailed();
    }
    // The log of the server has it in any case.
    observer?.audited({ ...entry, status });
  };
  return {
    async begin(entry) {
      const number = await audit.add({ ...entry, status: null });
      return (status) => finish(entry, status, () => audit.complete(number, status));
    },
    note: (entry, status) => finish(entry, status, () => audit.add({ ...entry, status })),
  };
}
