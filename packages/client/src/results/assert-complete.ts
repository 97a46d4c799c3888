import { TelecrmError } from '../errors/telecrm-error.ts';
import {
  type IgnoredOptions,
  type IgnoredValue,
  ignoredValues,
  type SentBody,
  type StoreResult,
} from './ignored-values.ts';

/**
 * Thrown by {@link assertComplete} if the call succeeded only in part. Its `code` is `INCOMPLETE`.
 *
 * @example
 * ```ts
 * import { assertComplete, createSyncClient, IncompleteError } from '@telecrm/client';
 *
 * const telecrm = createSyncClient();
 * const body = { fields: { phone: '919876543210', rating: 5 } };
 *
 * try {
 *   assertComplete(await telecrm.createLead({ body }), body);
 * } catch (error) {
 *   if (!(error instanceof IncompleteError)) throw error;
 *   for (const { path, remark } of error.ignored) console.warn(path, remark);
 * }
 * ```
 */
export class IncompleteError extends TelecrmError {
  override readonly code = 'INCOMPLETE';
  /** The values that were not stored. Not enumerable, to keep them out of logs. */
  declare readonly ignored: readonly IgnoredValue[];

  constructor(ignored: readonly IgnoredValue[]) {
    const lines = ignored.map(({ path, remark }) => `\n- ${path}: ${remark}`);
    super(`Not everything was stored:${lines.join('')}`, {
      code: 'INCOMPLETE',
      origin: 'client',
      mayHaveHappened: true,
    });
    Object.defineProperty(this, 'ignored', { value: ignored });
  }
}

/**
 * Throws an {@link IncompleteError} if the API did not store everything. Otherwise, returns the result.
 *
 * @param result The result of `createLead`, `createActions` or `updateLead`.
 * @param sent The body that was sent. The client remembers it for the results of its methods. It is required
 * for a copy of one, and for a result of `http`.
 * @throws TypeError if the request body is unknown.
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
export function assertComplete<Result extends StoreResult>(
  result: Result,
  sent?: SentBody,
  options?: IgnoredOptions,
): Result {
  const ignored = ignoredValues(result, sent, options);
  if (ignored.length > 0) throw new IncompleteError(ignored);
  return result;
}
