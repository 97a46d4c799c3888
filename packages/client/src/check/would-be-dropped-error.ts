import { TelecrmError } from '../errors/telecrm-error.ts';
import type { DroppedPart } from './check-body.ts';

/** Thrown by a {@link checker} before anything is sent. Its `code` is `WOULD_BE_DROPPED`. */
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
