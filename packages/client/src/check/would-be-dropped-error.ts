import { TelecrmError } from '../errors/telecrm-error.ts';
import type { DroppedPart } from './check-body.ts';

/**
 * Thrown by a {@link checker} before anything is sent. Its `code` is `WOULD_BE_DROPPED`.
 *
 * @example
 * ```ts
 * import { createSyncClient } from '@telecrm/client';
 * import { checker, WouldBeDroppedError } from '@telecrm/client/check';
 *
 * const telecrm = createSyncClient({ check: checker({}) });
 *
 * try {
 *   await telecrm.createLead({ body: { fields: { phone: '919876543210', shoe_size: 42 } } });
 * } catch (error) {
 *   if (!(error instanceof WouldBeDroppedError)) throw error;
 *   for (const { field, reason, fix } of error.dropped) console.warn(field, reason, fix);
 * }
 * ```
 */
export class WouldBeDroppedError extends TelecrmError {
  override readonly code = 'WOULD_BE_DROPPED';
  /** What telecrm would drop, why, and how to fix it. Not enumerable, to keep it out of logs. */
  declare readonly dropped: readonly DroppedPart[];

  constructor(operationId: string, dropped: readonly DroppedPart[]) {
    super(`telecrm would drop parts of this body:${linesOf(dropped)}`, {
      code: 'WOULD_BE_DROPPED',
      origin: 'client',
      operationId,
    });
    Object.defineProperty(this, 'dropped', { value: dropped });
  }
}

/** Formats the problems as a list. */
export function linesOf(dropped: readonly DroppedPart[]): string {
  return dropped.map(({ field, reason, fix }) => `\n- ${field}: ${reason}: ${fix}`).join('');
}
