import type { IncomingMessage } from 'node:http';
import { type ApiResponse, errorResponse, type ResponseOrCut } from '@telecrm/sandbox/adapter';
import type { Readiness } from '../../lifecycle/readiness.ts';
import { largestBody, receiveBody } from '../connection/incoming-body.ts';
import type { RequestHooks } from '../connection/node-request.ts';
import type { IncomingHandler } from '../node-server.ts';
import type { AdmittedRequest, LoadShedder, Overload } from './load-shedder.ts';
import { respondToProbe } from './probes.ts';

/** The dependencies of admission control. */
interface Admission {
  readonly readiness: Readiness;
  readonly shedder: LoadShedder;
  readonly onShed?: ((reason: Overload) => void) | undefined;
}

/** Probes and metrics are needed most when something is wrong, so they are never rejected. */
export const alwaysAdmitted: readonly string[] = ['/_sandbox/health', '/_sandbox/metrics'];

/** Responds to probes, and rejects requests while the sandbox is starting or overloaded. */
export function admit(
  handle: IncomingHandler,
  { readiness, shedder, onShed }: Admission,
): IncomingHandler {
  const shed = (reason: Overload): ApiResponse => {
    onShed?.(reason);
    return unavailable('The sandbox is overloaded');
  };
  // A body that exceeds the limit is rejected before it is received.
  const isReceivedFirst = (incoming: IncomingMessage) =>
    shedder.isQueued && hasBody(incoming) && !(lengthOf(incoming) > largestBody);
  const handleAdmitted = async (
    begun: AdmittedRequest | Overload,
    incoming: IncomingMessage,
    hooks: RequestHooks,
  ): Promise<ResponseOrCut> => {
    if (typeof begun === 'string') return shed(begun);
    try {
      const body = isReceivedFirst(incoming) ? receiveBody(incoming, begun) : undefined;
      await body?.arrived;
      const overload = body && (await begun.turn());
      // The client has disconnected.
      if (incoming.socket.destroyed) return 'cut';
      if (overload) return shed(overload);
      return await handle(incoming, { ...hooks, admitted: begun, body });
    } finally {
      begun.end();
    }
  };
  return (incoming, hooks) => {
    const probe = respondToProbe(incoming, readiness, hooks.onRouted);
    if (probe) return probe;
    if (alwaysAdmitted.includes(incoming.url ?? '')) return handle(incoming, hooks);
    if (readiness.problem === 'starting') return unavailable('The sandbox is starting');
    const begun = shedder.begin(hasBody(incoming));
    if (!(begun instanceof Promise)) return handleAdmitted(begun, incoming, hooks);
    return begun.then((later) => handleAdmitted(later, incoming, hooks));
  };
}

function hasBody(incoming: IncomingMessage): boolean {
  return incoming.headers['transfer-encoding'] !== undefined || lengthOf(incoming) > 0;
}

function lengthOf({ headers }: IncomingMessage): number {
  return Number(headers['content-length'] ?? 0);
}

/** A rejected request has not been processed, and may be repeated. */
function unavailable(why: string): ApiResponse {
  const message = `${why} and did not process this request: retry it after the time in Retry-After.`;
  return errorResponse(503, 'SERVICE_UNAVAILABLE', message, { 'retry-after': '1' });
}
