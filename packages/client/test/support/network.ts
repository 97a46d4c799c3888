import { afterEach, beforeEach, vi } from 'vitest';
import {
  type AsyncHttp,
  createAsyncHttp,
  createSyncHttp,
  type SyncHttp,
} from '../../src/http/index.ts';
import {
  type AsyncClient,
  type ClientOptions,
  createAsyncClient,
  createSyncClient,
  type LogEvent,
  type SyncClient,
} from '../../src/index.ts';

/** The outcome of one attempt: a status, a response, an error to throw, or silence until it is aborted. */
export type Step = number | (() => Response) | Error | 'silence';

/** Two clients on a scripted network, with everything observable from outside. */
export interface Network {
  sync: SyncClient;
  async: AsyncClient;
  syncHttp: SyncHttp;
  asyncHttp: AsyncHttp;
  /** When each attempt was sent, in milliseconds since the start. */
  sent: number[];
  bodies: string[];
  events: LogEvent[];
}

/** Makes the clock jump to the next timer as soon as no code is running. */
export function useJumpingClock(): void {
  beforeEach(() => {
    vi.useFakeTimers();
    vi.setTimerTickMode('nextTimerAsync');
  });
  afterEach(() => {
    vi.useRealTimers();
    vi.restoreAllMocks();
  });
}

/** Like `AbortSignal.timeout`, but uses the clock of the test. */
export function abortAfter(ms: number, reason: unknown = new Error('enough')): AbortSignal {
  const controller = new AbortController();
  setTimeout(() => controller.abort(reason), ms);
  return controller.signal;
}

/** A network with a scripted outcome for each attempt; the last one repeats. Needs {@link useJumpingClock}. */
export function startNetwork(steps: readonly Step[], options: ClientOptions = {}): Network {
  const start = Date.now();
  const sent: number[] = [];
  const bodies: string[] = [];
  const events: LogEvent[] = [];
  const settings = {
    enterpriseId: 'ent_sandbox',
    token: 'sandbox-token',
    baseUrl: 'http://127.0.0.1:1',
    rateLimit: false as const,
    logger: (event: LogEvent) => events.push(event),
    async fetch(request: Request) {
      const step = steps[Math.min(sent.length, steps.length - 1)];
      sent.push(Date.now() - start);
      bodies.push(await request.text());
      return respond(step ?? 200, request.signal);
    },
    ...options,
  };
  return {
    sync: createSyncClient(settings),
    async: createAsyncClient(settings),
    syncHttp: createSyncHttp(settings),
    asyncHttp: createAsyncHttp(settings),
    sent,
    bodies,
    events,
  };
}

async function respond(step: Step, signal: AbortSignal): Promise<Response> {
  signal.throwIfAborted();
  if (step === 'silence') {
    return new Promise((_, reject) => {
      signal.addEventListener('abort', () => reject(signal.reason));
    });
  }
  if (step instanceof Error) throw step;
  if (typeof step === 'function') return step();
  const body =
    step < 300 ? { id: 'ent_sandbox', name: 'Acme', lead_id: '603d', status: 'QUEUED' } : undefined;
  return Response.json(body ?? { error: { code: 'X', message: 'No.' } }, { status: step });
}

/** An error like those of Node's `fetch`, with a code in its cause. */
export function broken(code: string): Error {
  return new TypeError('fetch failed', { cause: Object.assign(new Error('no luck'), { code }) });
}
