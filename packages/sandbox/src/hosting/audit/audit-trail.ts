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
  /** @param written What is missing in the audit trail if it cannot be written. */
  const finish = async (
    { entry, result, written }: { entry: OpenEntry; result: AuditResult; written: string },
    write: () => Promise<unknown>,
  ) => {
    try {
      await write();
    } catch (error) {
      const name = error instanceof Error ? error.name : typeof error;
      log(`${name} while ${written} is written to the audit trail`);
      observer?.auditFailed();
    }
    // The log of the server has it in any case.
    observer?.audited({ ...entry, ...result });
  };
  return {
    async begin(entry) {
      const number = await audit.add({ ...entry, subject: null, status: null });
      const written = `the status of a ${entry.operation}`;
      return (result) => finish({ entry, result, written }, () => audit.complete(number, result));
    },
    note(entry, result) {
      const written = `a ${entry.operation}`;
      return finish({ entry, result, written }, () => audit.add({ ...entry, ...result }));
    },
  };
}
