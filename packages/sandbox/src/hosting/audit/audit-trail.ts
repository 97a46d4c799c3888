import type { ServerContext } from '../../calls/server-context.ts';
import type { AuditEntry, AuditResult, AuditStorage } from '../../storage/audit.ts';

/** A call whose result is not known yet. */
type OpenEntry = Omit<AuditEntry, keyof AuditResult>;

/** Writes the audit trail. */
export interface AuditTrail {
  /**
   * Adds a call before it is processed, so that no change is missing even if the process crashes. Rejects if it cannot
   * be stored; the call must not be processed then.
   *
   * @returns A function that adds the result. It never rejects, because the change has been made already.
   */
  begin(entry: OpenEntry): Promise<(result: AuditResult) => Promise<void>>;
  /** Adds a call that has already been processed. Never rejects. */
  note(entry: OpenEntry, result: AuditResult): Promise<void>;
}

export function createAuditTrail(
  audit: AuditStorage,
  { log, observer }: Pick<ServerContext, 'log' | 'observer'>,
): AuditTrail {
  const finish = async (entry: OpenEntry, result: AuditResult, write: () => Promise<unknown>) => {
    try {
      await write();
    } catch (error) {
      const name = error instanceof Error ? error.name : typeof error;
      log(`${name} while the status of a ${entry.operation} is written to the audit trail`);
      observer?.auditFailed();
    }
    // The log of the server has it in any case.
    observer?.audited({ ...entry, ...result });
  };
  return {
    async begin(entry) {
      const number = await audit.add({ ...entry, subject: null, status: null });
      return (result) => finish(entry, result, () => audit.complete(number, result));
    },
    note(entry, result) {
      return finish(entry, result, () => audit.add({ ...entry, ...result }));
    },
  };
}
