import type { IncomingMessage } from 'node:http';
import { type ApiResponse, errorResponse } from '@telecrm/sandbox/adapter';
import type { Readiness } from '../../lifecycle/readiness.ts';
import type { OpenRecord } from '../../monitoring/request-record.ts';

/** The paths of the probes. They are public, because the response contains no data. */
export const probePaths = { live: '/_sandbox/live', ready: '/_sandbox/ready' } as const;

/** Responses must not be cached. */
const headers = { 'cache-control': 'no-store' };

/**
 * Responds to the two probes of an orchestrator; `undefined` for any other request. A process that responds at all is
 * live. It is ready unless it is starting, stopping or has lost its database.
 */
export function respondToProbe(
  { method, url }: IncomingMessage,
  readiness: Readiness,
  onRouted?: OpenRecord['onRouted'],
): ApiResponse | undefined {
  if (url !== probePaths.live && url !== probePaths.ready) return undefined;
  if (method !== 'GET' && method !== 'HEAD') return methodNotAllowed();
  if (url === probePaths.live) {
    onRouted?.({ api: 'probe', id: 'live' });
    return { status: 200, headers, body: { status: 'live' } };
  }
  onRouted?.({ api: 'probe', id: 'ready' });
  const { problem } = readiness;
  return { status: problem ? 503 : 200, headers, body: { status: problem ?? 'ready' } };
}

function methodNotAllowed(): ApiResponse {
  const message = 'This path does not support that method: use GET.';
  return errorResponse(405, 'METHOD_NOT_ALLOWED', message, { allow: 'GET, HEAD' });
}
