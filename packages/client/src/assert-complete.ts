import { TelecrmError } from './error.ts';
import { type Ignored, ignored, type SentBody, type StoreResult } from './ignored.ts';

/** Thrown by {@link assertComplete}: the call succeeded in part. Its `code` is `INCOMPLETE`. */
export class IncompleteError extends TelecrmError {
  override readonly code = 'INCOMPLETE';
  /** What was left out. */
  declare readonly ignored: readonly Ignored[];

  constructor(left: readonly Ignored[]) {
    const lines = left.map(({ path, remark }) => `\n- ${path}: ${remark}`);
    super(`Not everything was stored:${lines.join('')}`, {
      code: 'INCOMPLETE',
      mayHaveHappened: true,
    });
    // Holds what was sent, personal data as well, so it is kept out of logs.
    Object.defineProperty(this, 'ignored', { value: left });
  }
}

/**
 * Throws an {@link IncompleteError} if the API left anything out; else gives the result back.
 *
 * @param result What `createLead`, `createActions` or `updateLead` resolved with.
 * @param sent The body that was sent, if the result does not come from a method of the client.
 *
 * @example
 * ```ts
 * import { assertComplete, createSyncClient } from '@telecrm/client';
 *
 * const telecrm = createSyncClient();
 * const body = { fields: { phone: '919999999999', name: 'Jane Doe' } };
 * try {
 *   const { lead_id } = assertComplete(await telecrm.createLead({ body }));
 *   console.log(lead_id);
 * } catch (error) {
 *   console.error(error);
 * }
 * ```
 */
export function assertComplete<Result extends StoreResult>(result: Result, sent?: SentBody): Result {
  const left = ignored(result, sent);
  if (left.length > 0) throw new IncompleteError(left);
  return result;
}
