import { assertSignal } from '../arguments/assert-argument.ts';
import type { Connection } from '../clients/connection.ts';
import type { CallOptions, ClientOptions } from '../clients/options.ts';
import { callError } from '../errors/call-error.ts';
import { createMask, type Mask, noMask } from '../errors/mask.ts';
import { type ClientErrorCode, TelecrmError } from '../errors/telecrm-error.ts';
import { createLogger, type LogEvent } from '../logging/logger.ts';
import { RateLimitExceeded, type RateLimiter } from '../rate-limit/limiter.ts';
import { reads } from '../request/operation.ts';
import type { ApiRequest } from '../request/request.ts';
import { delayAfterFailure, delayAfterResponse } from '../retry/retry-policy.ts';
import { type AttemptOutcome, attemptOnce } from './attempt.ts';
import { sendSettings } from './settings.ts';
import { sleep, startTimer } from './timer.ts';

/** The final response of a call, with any status. */
export interface ApiResponse {
  /** Its body has already been read: it is in `text`. */
  readonly response: Response;
  readonly text: string;
  /** Masks the token that was sent. */
  readonly mask: Mask;
  /** Whether the call may have been carried out, by this or an earlier attempt. */
  readonly mayHaveHappened: boolean;
}

/** The interval between retries of calls that were asked to wait. */
const spreadMs = 25;

/** Sends a request, with as many attempts as the retry policy allows, and resolves with the final response. */
export type Send = (request: ApiRequest, call: CallOptions) => Promise<ApiResponse>;

export function createSend(
  connection: Connection,
  options: ClientOptions,
  limiter: RateLimiter | undefined,
): Send {
  const logEvent = createLogger(options.logger);
  // Invalid settings are reported when the client is created.
  sendSettings(options, {});

  return async (request, call) => {
    assertSignal(call.signal, 'signal');
    assertSignal(call.waitSignal, 'waitSignal');
    if (options.check) options.check(request, logEvent);
    const { operation, idempotent } = request;
    const operationId = operation?.id;
    const changes = !reads(operation ?? { method: request.method });
    const settings = sendSettings(options, call);
    const { totalTimeoutMs, attemptTimeoutMs, maxWaitMs } = settings;
    const { waitSignal } = call;
    // Signals and timers take a measurable part of the time of a call.
    const deadline =
      totalTimeoutMs < Infinity ? startTimer(totalTimeoutMs, call.signal) : undefined;
    const signal = deadline?.signal ?? call.signal;
    const waits =
      waitSignal && signal ? AbortSignal.any([signal, waitSignal]) : (waitSignal ?? signal);
    let attempt = 1;
    let mask = noMask;
    let token = '';
    let mayHaveHappened = false;

    function log(type: LogEvent['type'], durationMs: number, status?: number): void {
      logEvent({ type, operationId, attempt, durationMs, status });
    }

    async function attemptWhenAllowed(): Promise<AttemptOutcome> {
      token = await connection.token();
      mask = createMask(token);
      const release = await limiter?.acquire({
        token,
        signal: waits,
        maxWaitMs,
        leaseMs: attemptTimeoutMs,
        onWait: (ms) => log('RATE_LIMIT', ms),
        ignorePauses: attempt > 1,
      });
      const before = mayHaveHappened;
      const start = Date.now();
      try {
        waits?.throwIfAborted();
        // If the call is aborted while the request is in flight, the outcome is unknown.
        mayHaveHappened = changes;
        const outcome = await attemptOnce(request, {
          token,
          fetch: options.fetch,
          settings,
          signal,
          delayAfter: (response) => delayAfterResponse(response, { attempt, idempotent }, settings),
        });
        mayHaveHappened = before || (changes && mayHaveBeenCarriedOut(outcome));
        const isResponse = outcome.response || outcome.code === 'UNEXPECTED_ANSWER';
        const type = isResponse ? 'RESPONSE' : outcome.code;
        log(type, Date.now() - start, outcome.response?.status);
        return outcome;
      } finally {
        release?.();
      }
    }

    async function waitForRetry(outcome: AttemptOutcome, delayMs: number): Promise<void> {
      const isLimited = outcome.response?.status === 429;
      const pause = isLimited ? limiter?.pause(token, delayMs) : undefined;
      // The more calls of the token wait, the longer the period over which their retries are spread.
      const waitMs = delayMs + Math.random() * (pause?.others ?? 0) * spreadMs;
      try {
        log('RETRY', waitMs);
        await sleep(waitMs, waits);
      } finally {
        pause?.end();
      }
    }

    const fail = (
      code: ClientErrorCode,
      reason: string,
      cause?: unknown,
      retryAfterSeconds?: number,
    ) => callError({ operationId, code, reason, cause, mask, mayHaveHappened, retryAfterSeconds });

    try {
      for (; ; attempt++) {
        const outcome = await attemptWhenAllowed();
        const delayMs = outcome.response
          ? outcome.delayMs
          : delayAfterFailure(outcome, { attempt, idempotent }, settings);
        if (delayMs !== undefined) {
          await waitForRetry(outcome, delayMs);
        } else if (outcome.response) {
          return { response: outcome.response, text: outcome.text, mask, mayHaveHappened };
        } else {
          const { code, cause } = outcome;
          throw code === 'TIMEOUT'
            ? fail(code, `no response within ${attemptTimeoutMs} ms`)
            : fail(code, '', cause);
        }
      }
    } catch (cause) {
      if (cause instanceof TelecrmError) throw cause;
      const aborted = [call.signal, waitSignal].find((it) => it?.aborted);
      if (aborted) throw fail('ABORTED', 'it was aborted', aborted.reason);
      if (deadline?.expired()) {
        throw fail('TIMEOUT', `it took longer than ${totalTimeoutMs} ms in all`);
      }
      if (cause instanceof RateLimitExceeded) {
        const seconds = cause.waitMs / 1000;
        const reason = `${cause.message}: wait ${Math.ceil(seconds)} seconds`;
        throw fail('RATE_LIMITED', reason, undefined, seconds);
      }
      throw fail('NOT_SENT', '', cause);
    } finally {
      deadline?.clear();
    }
  };
}

/** Whether the server may have carried out a request that changes something. */
function mayHaveBeenCarriedOut(outcome: AttemptOutcome): boolean {
  if (!outcome.response) return outcome.mayHaveArrived;
  const { status } = outcome.response;
  // A rejected request was not carried out. One that timed out, failed or was redirected may have been.
  return status < 400 || status === 408 || status >= 500;
}
