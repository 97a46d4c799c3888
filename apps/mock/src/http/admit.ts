import type { IncomingMessage } from 'node:http';
import { type ApiResponse, errorResponse } from '@telecrm/sandbox/adapter';
import type { Readiness } from '../lifecycle/readiness.ts';
import type { Answerer } from './node-server.ts';
import type { LoadShedder, Overload } from './overload.ts';
import { answerProbe } from './probes.ts';

/** What decides whether a request is taken. */
interface Admission {
  readonly readiness: Readiness;
  readonly shedder: LoadShedder;
  readonly onShed?: ((reason: Overload) => void) | undefined;
}

/** These are asked when something is wrong, so they are never refused. */
const alwaysAnswered = ['/_sandbox/health', '/_sandbox/metrics'];

/** Answers probes, and refuses requests while the sandbox starts or has too much to do. */
export function admit(answer: Answerer, { readiness, shedder, onShed }: Admission): Answerer {
  const answerTaken: Answerer = async (incoming, hooks) => {
    const begun = shedder.begin(hasBody(incoming));
    if (typeof begun === 'string') {
      onShed?.(begun);
      return unavailable('The sandbox has more requests than it can answer');
    }
    try {
      return await answer(incoming, { ...hooks, meter: begun });
    } finally {
      begun.end();
    }
  };
  return (incoming, hooks) => {
    const probe = answerProbe(incoming, readiness, hooks.onRouted);
    if (probe) return probe;
    if (alwaysAnswered.includes(incoming.url ?? '')) return answer(incoming, hooks);
    if (readiness.problem === 'starting') return unavailable('The sandbox is starting');
    return answerTaken(incoming, hooks);
  };
}

function hasBody({ headers }: IncomingMessage): boolean {
  return headers['transfer-encoding'] !== undefined || Number(headers['content-length'] ?? 0) > 0;
}

/** A request that is refused so has not been read, and may be repeated. */
function unavailable(why: string): ApiResponse {
  const message = `${why}, and did not process this one: repeat it after the seconds in Retry-After.`;
  return errorResponse(503, 'SERVICE_UNAVAILABLE', message, { 'retry-after': '1' });
}
