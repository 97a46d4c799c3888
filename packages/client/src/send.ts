import { failed, reasonOf } from './failed.ts';
import type { RateLimiter } from './limiter.ts';
import type { LogEvent } from './logger.ts';
import type { Operation } from './operation.ts';
import type { CallOptions, ClientOptions } from './options.ts';
import { retryAfter } from './retry-after.ts';
import { sleep, startClock } from './sleep.ts';

/** What stands between openapi-fetch and the network: it tries until there is an answer to give. */
export type Send = (
  request: Request,
  body: string | undefined,
  call: CallOptions,
  operation: Operation | undefined,
) => Promise<Response>;

/** How Node, Bun and Deno say that a request did not reach a server. */
const neverLeft = /REFUSED|NOTFOUND|AI_AGAIN|CONNECT_TIME|dns/i;

export function createSend(
  token: string,
  options: ClientOptions,
  limiter: RateLimiter | false | undefined,
): Send {
  return async (request, body, call, operation) => {
    const timeoutMs = call.timeoutMs ?? options.timeoutMs ?? 30_000;
    const { tries = 3, backoffMs = 500, maxWaitMs = 60_000 } = { ...options.retry, ...call.retry };
    const caller = call.signal ?? request.signal;
    const operationId = operation?.id;
    // Whether somebody else can see it; see makeRequest.
    const whole = request instanceof Request;
    const target = whole ? request : (request as Request).url;
    const harmless = isHarmless(request, body, operation);
    let attempt = 0;
    let start = 0;

    function log(type: LogEvent['type'], more?: Partial<LogEvent>): void {
      try {
        options.logger?.({ type, operationId, attempt, ms: Date.now() - start, ...more });
      } catch {
        // A logger that fails must not cost a lead.
      }
    }

    try {
      for (;;) {
        attempt++;
        const leave =
          limiter && (await limiter(token, caller, maxWaitMs, (ms) => log('RATE_LIMIT', { ms })));
        const clock = startClock(timeoutMs, caller);
        // Of a real Request, nothing can be spread.
        const init = { ...request, signal: clock.signal, ...(body && { body }) };
        let wait = Math.random() * Math.min(backoffMs * 2 ** (attempt - 1), maxWaitMs);
        start = Date.now();
        try {
          const response = await (options.fetch
            ? options.fetch(new Request(target, init))
            : fetch(target, init));
          const { status, headers } = response;
          wait = retryAfter(headers) ?? wait;
          const again =
            (status === 429 || (harmless && (status === 408 || status > 499))) &&
            attempt < tries &&
            wait <= maxWaitMs;
          // Unless a body is read or cancelled, its connection cannot be used again. Nobody waits for the cancelling:
          // where the caller's `fetch` keeps the original of a clone unread, it never ends.
          const raw = again ? response.body?.cancel().catch(() => {}) : await response.text();
          log('ANSWER', { status });
          if (!again) {
            // With its body read, an answer can no longer break off.
            const text = `${raw}`.replaceAll(token, '[token]');
            return whole
              ? new Response(text || null, response)
              : Object.assign(response, { text: async () => text });
          }
        } catch (cause) {
          if (caller.aborted) throw cause;
          const code = clock.signal.aborted ? 'TIMEOUT' : 'NETWORK';
          const mayHaveHappened = !neverLeft.test(reasonOf(cause));
          log(code);
          if ((mayHaveHappened && !harmless) || attempt >= tries) {
            throw failed(operationId, code, cause, mayHaveHappened);
          }
        } finally {
          clock.end();
          if (leave) leave();
        }
        log('RETRY', { ms: wait });
        await sleep(wait, caller);
      }
    } catch (cause) {
      throw caller.aborted ? failed(operationId, 'ABORTED', caller.reason, true) : cause;
    }
  };
}

/** Whether a second arrival of a request does no harm, by the `x-retry` of the spec. */
function isHarmless({ method }: Request, body = '', { harm }: Partial<Operation> = {}): boolean {
  if (!harm) return method === 'GET';
  // In JSON, quotes inside a text are escaped, so this finds keys only.
  return harm === 'never' || (harm === 'actions' && !/"actions"\s*:(?!\s*\[\s*])/.test(body));
}
