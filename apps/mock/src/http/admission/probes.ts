import type { IncomingMessage } from 'node:http';
import type { ApiResponse } from '@telecrm/sandbox/adapter';
import type { Readiness } from '../../lifecycle/readiness.ts';
import type { OpenRecord } from '../../monitoring/request-record.ts';

/** Where an orchestrator asks. Anybody may, as the answer says nothing about anybody. */
export const probePaths = { live: '/_sandbox/live', ready: '/_sandbox/ready' } as const;

/** A response changes at any moment. */
const headers = { 'cache-control': 'no-store' };

/**
 * Answers the two probes of an orchestrator; `undefined` when the request is another one. A process that answers at all is
 * live. It is ready when it can take requests, which it cannot while it starts, stops or has lost its database.
 */
export function answerProbe(
  { method, url }: IncomingMessage,
  readiness: Readiness,
  onRouted?: OpenRecord['onRouted'],
): ApiResponse | undefined {
  if (method !== 'GET' && method !== 'HEAD') return undefined;
  if (url === probePaths.live) {
    onRouted?.({ api: 'probe', id: 'live' });
    return { status: 200, headers, body: { status: 'live' } };
  }
  if (url !== probePaths.ready) return undefined;
  onRouted?.({ api: 'probe', id: 'ready' });
  const { problem } = readiness;
  return { status: problem ? 503 : 200, headers, body: { status: problem ?? 'ready' } };
}
