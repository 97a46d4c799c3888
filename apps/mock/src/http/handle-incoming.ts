import type { IncomingMessage } from 'node:http';
import {
  type ApiRequest,
  type ApiResponse,
  errorResponse,
  type Guard,
  type OpenSandbox,
  type ResponseOrCut,
} from '@telecrm/sandbox/adapter';
import type { ConsolePage } from '../console/console-page.ts';
import type { Metrics } from '../monitoring/metrics.ts';
import { fromIncoming } from './connection/node-request.ts';
import type { IncomingHandler } from './node-server.ts';
import { localHostOnly, localOnly } from './trust/local-only.ts';
import { networkOf } from './trust/network.ts';
import type { CallerOf } from './trust/proxy-trust.ts';

/** The parts of the sandbox that the server exposes. */
export interface Site {
  readonly sandbox: OpenSandbox;
  readonly consolePage: ConsolePage;
  /** Whether the control surface has a token, which the sandbox itself checks. */
  readonly hasControlToken: boolean;
  /** Whether it listens on a loopback address. */
  readonly isLocal: boolean;
  /** Identifies the caller, and whether the request comes from a trusted proxy. */
  readonly callerOf: CallerOf;
  /** The metrics, if enabled, with their own authorization. */
  readonly metrics?: MetricsPage | undefined;
}

/** The metrics for Prometheus. */
interface MetricsPage {
  readonly metrics: Metrics;
  readonly guard: Guard;
}

const metricsPath = '/_sandbox/metrics';

/** Passes each request to the sandbox or to the console, after checking access to the control surface. */
export function createIncomingHandler(site: Site): IncomingHandler {
  const { sandbox, consolePage, hasControlToken, isLocal, callerOf } = site;

  const handleControl = async (
    incoming: IncomingMessage,
    request: ApiRequest,
  ): Promise<ResponseOrCut> => {
    const { method, pathname } = request;
    const isRead = method === 'GET' || method === 'HEAD';
    // Script and style sheet are the same for everybody and contain no data.
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
    return respondWithPage(request);
  };

  /** If it is rejected, the page still has the status of the rejection, because the page asks for the token. */
  const respondWithPage = async (request: ApiRequest): Promise<ResponseOrCut> => {
    request.onRouted?.({ api: 'control', id: 'console' });
    const response = await sandbox.handle(request);
    if (response === 'cut' || response.status !== 401) return consolePage.page(200);
    return request.header('accept')?.includes('text/html') ? consolePage.page(401) : response;
  };

  return (incoming, hooks) => {
    const request = fromIncoming(incoming, hooks);
    if (request === undefined) return badUrl();
    if (isUnderControl(request.pathname)) {
      const network = () => networkOf(callerOf(incoming).address);
      return handleControl(incoming, { ...request, network });
    }
    const rejection = isLocal ? localHostOnly(incoming) : undefined;
    if (rejection && !callerOf(incoming).isProxied) return rejection;
    if (isBrowserAtRoot(request)) return { status: 302, headers: { location: '/_sandbox/' } };
    return sandbox.handle(request).then(withoutScript);
  };
}

/** A fault can respond with a page, which must not run with the rights of the console on the same origin. */
const ownContentHeaders = {
  'content-security-policy': "sandbox; default-src 'none'",
  'x-content-type-options': 'nosniff',
};

function withoutScript(response: ResponseOrCut): ResponseOrCut {
  if (response === 'cut' || response.raw === undefined) return response;
  return { ...response, headers: { ...response.headers, ...ownContentHeaders } };
}

/** Neither API uses this path, so a person who opens it in a browser is looking for the console. */
function isBrowserAtRoot({ method, pathname, header }: ApiRequest): boolean {
  return method === 'GET' && pathname === '/' && Boolean(header('accept')?.includes('text/html'));
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
