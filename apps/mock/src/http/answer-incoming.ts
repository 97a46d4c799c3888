import type { IncomingMessage } from 'node:http';
import {
  type Answer,
  type ApiRequest,
  type ApiResponse,
  errorResponse,
  type Guard,
  type OpenSandbox,
} from '@telecrm/sandbox/adapter';
import type { ConsolePage } from '../console/console-page.ts';
import type { Metrics } from '../monitoring/metrics.ts';
import { localHostOnly, localOnly } from './local-only.ts';
import { fromIncoming } from './node-request.ts';
import type { Answerer } from './node-server.ts';
import type { CallerOf } from './proxy-trust.ts';

/** What stands behind the server. */
export interface Site {
  readonly sandbox: OpenSandbox;
  readonly consolePage: ConsolePage;
  /** Whether the control surface has a token, which the sandbox itself looks at. */
  readonly hasControlToken: boolean;
  /** Whether it listens on an address of this machine alone. */
  readonly isLocal: boolean;
  /** Whether a request comes from a proxy in front, which lets in only whom it should. */
  readonly callerOf: CallerOf;
  /** What programs read about it, if anything; a guard of its own decides who may. */
  readonly metrics?: MetricsPage | undefined;
}

/** Where Prometheus reads. */
interface MetricsPage {
  readonly metrics: Metrics;
  readonly guard: Guard;
}

const metricsPath = '/_sandbox/metrics';

/** Gives each request to the sandbox, or to the page for people; on the way the control surface is guarded. */
export function createAnswerer(site: Site): Answerer {
  const { sandbox, consolePage, hasControlToken, isLocal, callerOf } = site;

  const answerControl = async (incoming: IncomingMessage, request: ApiRequest): Promise<Answer> => {
    const { method, pathname } = request;
    const isRead = method === 'GET' || method === 'HEAD';
    // Script and style are the same for everybody and hold no data.
    const asset = isRead ? consolePage.asset(pathname) : undefined;
    if (asset) {
      request.onRouted?.({ api: 'control', id: 'console' });
      return asset;
    }
    const isHealth = isRead && pathname === '/_sandbox/health';
    if (!hasControlToken && !isHealth) {
      const rejection = localOnly(incoming, { trustProxy: callerOf(incoming).isProxied });
      if (rejection) return rejection;
    }
    if (isRead && site.metrics && pathname === metricsPath) {
      request.onRouted?.({ api: 'control', id: 'metrics' });
      return site.metrics.guard(request) ?? metricsResponse(site.metrics.metrics);
    }
    if (isRead && pathname === '/_sandbox') {
      return { status: 302, headers: { location: '/_sandbox/' } };
    }
    if (!isRead || pathname !== '/_sandbox/') return sandbox.handle(request);
    return answerPage(request);
  };

  /** The page, where it is refused, still has the status of the rejection, as it is what asks for the token. */
  const answerPage = async (request: ApiRequest): Promise<Answer> => {
    request.onRouted?.({ api: 'control', id: 'console' });
    const answer = await sandbox.handle(request);
    if (answer === 'cut' || answer.status !== 401) return consolePage.page(200);
    return request.header('accept')?.includes('text/html') ? consolePage.page(401) : answer;
  };

  return (incoming, hooks) => {
    const request = fromIncoming(incoming, hooks);
    if (request === undefined) return badUrl();
    if (isUnderControl(request.pathname)) return answerControl(incoming, request);
    const rejection = isLocal ? localHostOnly(incoming) : undefined;
    if (rejection === undefined || callerOf(incoming).isProxied) return sandbox.handle(request);
    return rejection;
  };
}

async function metricsResponse(metrics: Metrics): Promise<ApiResponse> {
  return { status: 200, raw: await metrics.read() };
}

function isUnderControl(pathname: string): boolean {
  return pathname === '/_sandbox' || pathname.startsWith('/_sandbox/');
}

function badUrl(): ApiResponse {
  const message = 'The URL or the Host header is malformed: check both.';
  return errorResponse(400, 'BAD_REQUEST', message);
}
