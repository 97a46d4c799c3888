import { describeCause, safeCause } from './describe-cause.ts';
import { type Mask, noMask } from './mask.ts';
import { TelecrmError } from './telecrm-error.ts';

interface CallFailure {
  readonly operationId: string | undefined;
  readonly code: TelecrmError['code'];
  /** A description. If empty, that of the cause is used. */
  readonly reason?: string;
  readonly cause?: unknown;
  readonly mask?: Mask;
  readonly mayHaveHappened?: boolean;
  readonly retryAfterSeconds?: number | undefined;
}

/** The error of a call that ended without a response. */
export function callError(failure: CallFailure): TelecrmError {
  const { operationId, code, reason, cause, mask = noMask } = failure;
  const { mayHaveHappened = false, retryAfterSeconds } = failure;
  const message = `${operationId ?? 'The call'} failed: ${reason || mask(describeCause(cause))}`;
  return new TelecrmError(message, {
    code,
    origin: 'client',
    operationId,
    mayHaveHappened,
    ...(retryAfterSeconds !== undefined && { retryAfterSeconds }),
    // The caller passed the reason of an abort, so it contains no secret.
    cause: cause === undefined || code === 'ABORTED' ? cause : safeCause(cause, mask),
  });
}
