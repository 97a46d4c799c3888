import { describeCause } from '../errors/describe-cause.ts';
import type { ApiRequest } from '../request/request.ts';
import { BodyTooLargeError, readText } from './read-text.ts';
import type { SendSettings } from './settings.ts';
import { startTimer, type Timer } from './timer.ts';

/** The outcome of one attempt. */
export type AttemptOutcome = ReceivedResponse | FailedAttempt;

interface ReceivedResponse {
  /** Its body has been read or canceled. */
  readonly response: Response;
  /** Empty if there is another attempt. */
  readonly text: string;
  /** How long to wait before the next attempt, if there is one. */
  readonly delayMs: number | undefined;
}

export interface FailedAttempt {
  readonly response?: undefined;
  readonly code: 'NETWORK' | 'TIMEOUT' | 'UNEXPECTED_ANSWER';
  readonly cause: unknown;
  /** False if the request certainly did not reach a server. */
  readonly mayHaveArrived: boolean;
}

export interface AttemptOptions {
  readonly token: string;
  readonly fetch: ((request: Request) => Promise<Response>) | undefined;
  readonly settings: SendSettings;
  /** Aborts the attempt, which then rejects. */
  readonly signal: AbortSignal | undefined;
  /** How long to wait before the next attempt; undefined when a response is final. */
  readonly delayAfter: (response: Response) => number | undefined;
}

/** The errors of Node, Bun and Deno if a request did not reach a server. */
const neverArrived =
  /ECONNREFUSED|ENOTFOUND|EAI_AGAIN|UND_ERR_CONNECT_TIMEOUT|connection ?refused|dns error/i;

/** Sends a request once and reads the response. */
export async function attemptOnce(
  request: ApiRequest,
  options: AttemptOptions,
): Promise<AttemptOutcome> {
  let timer: Timer | undefined;
  try {
    return await new Promise<ReceivedResponse>((resolve, reject) => {
      // A `fetch` that ignores the signal must not delay the call.
      timer = startTimer(options.settings.attemptTimeoutMs, options.signal, reject);
      sendAndRead(request, timer.signal, options).then(resolve, reject);
    });
  } catch (cause) {
    if (options.signal?.aborted) throw cause;
    const code = timer?.expired()
      ? 'TIMEOUT'
      : cause instanceof BodyTooLargeError
        ? 'UNEXPECTED_ANSWER'
        : 'NETWORK';
    const mayHaveArrived = code !== 'NETWORK' || !neverArrived.test(describeCause(cause));
    return { code, cause, mayHaveArrived };
  } finally {
    timer?.clear();
  }
}

async function sendAndRead(
  { method, url, headers, body }: ApiRequest,
  signal: AbortSignal,
  { token, fetch: customFetch, settings, delayAfter }: AttemptOptions,
): Promise<ReceivedResponse> {
  const init: RequestInit = {
    method,
    headers: { ...headers, authorization: `Bearer ${token}` },
    body: body ?? null,
    signal,
    // Following a redirect could repeat a write, lose its body or send a lead to another host.
    redirect: 'manual',
  };
  const response = await (customFetch ? customFetch(new Request(url, init)) : fetch(url, init));
  const delayMs = delayAfter(response);
  let text = '';
  if (delayMs === undefined) text = await readText(response, settings.maxResponseBytes);
  // Unless a body is read or canceled, its connection cannot be reused. This is not awaited: if the `fetch`
  // of the user returns a clone and does not read the original, canceling never ends.
  else response.body?.cancel().catch(() => {});
  return { response, text, delayMs };
}
