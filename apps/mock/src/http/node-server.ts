import {
  createServer,
  type IncomingMessage,
  type RequestListener,
  type Server,
  STATUS_CODES,
} from 'node:http';
import type { Duplex } from 'node:stream';
import {
  type Answer,
  type ApiResponse,
  errorResponse,
  internalError,
} from '@telecrm/sandbox/adapter';
import { beginRecord, type RequestRecord } from '../monitoring/request-record.ts';
import { createConnections } from './connections.ts';
import type { RequestHooks } from './node-request.ts';
import type { TlsMaterial } from './tls.ts';
import { writeResponse } from './write-response.ts';

/** How long a request may take to arrive in full, in milliseconds. */
const requestTimeoutMs = 30_000;

/** How long a client may leave a response unread, in milliseconds. */
const writeTimeoutMs = 30_000;

/** How a server treats its clients. */
export interface ServerOptions {
  /** For a request to arrive in full, in milliseconds. */
  readonly requestMs?: number;
  /** For a client to read on, in milliseconds. */
  readonly writeMs?: number;
  /** Whether each response is to be the last of its connection, so that clients connect anew, elsewhere. */
  readonly isClosing?: () => boolean;
  /** Makes it a server of HTTPS. */
  readonly tls?: TlsMaterial | undefined;
  /** Learns of each request that has been answered. */
  readonly onAnswered?: ((record: RequestRecord) => void) | undefined;
}

/** Answers a request; `'cut'` is the order to cut the connection. */
export type Answerer = (incoming: IncomingMessage, hooks: RequestHooks) => Answer | Promise<Answer>;

/** Where a server writes about its own mistakes. */
type Log = (text: string) => void;

/** Node's HTTP server around the sandbox: what is too broken to become a request is answered here. */
export function createNodeServer(answer: Answerer, log: Log, options: ServerOptions = {}): Server {
  const { requestMs: timeoutMs = requestTimeoutMs, writeMs = writeTimeoutMs } = options;
  const { isClosing, tls, onAnswered } = options;
  const connections = createConnections();
  const listener: RequestListener = async (incoming, outgoing) => {
    const { socket } = incoming;
    connections.begin(incoming);
    outgoing.once('close', () => connections.end(socket));
    const record = onAnswered && beginRecord(incoming.method ?? '');
    const response = await answerSafely(() => answer(incoming, record ?? {}), incoming, log);
    if (record) onAnswered?.(record.end(response));
    if (response === 'cut') return void socket.destroy();
    if (isClosing?.()) outgoing.shouldKeepAlive = false;
    await writeResponse(outgoing, response);
    if (socket.writableNeedDrain) socket.setTimeout(writeMs);
    // What nobody has read would hold up the next request of the connection.
    if (!incoming.readableEnded) incoming.resume();
  };
  const settings = {
    // A call without a Host header is fine, and Node would refuse it without a body.
    requireHostHeader: false,
    requestTimeout: timeoutMs,
    headersTimeout: timeoutMs,
    connectionsCheckingInterval: timeoutMs / 10,
  };
  const server: Server = tls
    ? process.getBuiltinModule('node:https').createServer({ ...settings, ...tls }, listener)
    : createServer(settings, listener);
  // An unknown expectation is ignored; Node would refuse it without a body.
  server.on('checkExpectation', listener);
  server.on('clientError', (error: NodeJS.ErrnoException, socket) => {
    if (error.code === 'ECONNRESET' || !socket.writable) return void socket.destroy();
    // What was asked before on the same connection is answered before.
    connections.whenAnswered(socket, () => sendRaw(socket, unreadable(error.code)));
  });
  // A connection times out when a client reads nothing of what is ready for it, or sends nothing on an idle one. A call may
  // take its time, as a fault can delay it.
  server.on('timeout', (socket) => {
    if (socket.writableLength > 0) return void socket.destroy();
    if (!connections.isIdle(socket)) return;
    // In a busy process, timers fire before what has arrived meanwhile is read. Cutting it off would lose a request.
    const { bytesRead } = socket;
    setImmediate(() => {
      if (connections.isIdle(socket) && socket.bytesRead === bytesRead) socket.destroy();
    });
  });
  return server;
}

async function answerSafely(
  answer: () => Answer | Promise<Answer>,
  incoming: IncomingMessage,
  log: Log,
): Promise<Answer> {
  try {
    return await answer();
  } catch (error) {
    return internalError(error, incoming.method ?? 'call', log);
  }
}

/**
 * Takes no new calls, lets those in flight finish, and ends idle connections at once. Three seconds at most.
 *
 * @param cut Ends the waiting.
 */
export function stopServer(server: Server, cut: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    const cutAll = () => server.closeAllConnections();
    cut.addEventListener('abort', cutAll, { once: true });
    // A connection that was busy when the server closed is kept alive by Node after its response.
    const idle = setInterval(() => server.closeIdleConnections(), 20);
    const late = setTimeout(cutAll, 2500);
    server.close(() => {
      clearInterval(idle);
      clearTimeout(late);
      cut.removeEventListener('abort', cutAll);
      resolve();
    });
    if (cut.aborted) cutAll();
  });
}

function unreadable(code: string | undefined): ApiResponse {
  switch (code) {
    case 'HPE_HEADER_OVERFLOW':
      return errorResponse(
        431,
        'HEADERS_TOO_LARGE',
        'URL and headers are over 16 kB: make them shorter.',
      );
    case 'ERR_HTTP_REQUEST_TIMEOUT':
      return errorResponse(
        408,
        'REQUEST_TIMEOUT',
        'The request did not arrive in full: send all of it.',
      );
    default:
      return errorResponse(400, 'BAD_REQUEST', 'This is not HTTP: check method, URL and headers.');
  }
}

function sendRaw(socket: Duplex, { status, body }: ApiResponse): void {
  const text = JSON.stringify(body);
  const head = [
    `HTTP/1.1 ${status} ${STATUS_CODES[status]}`,
    'Content-Type: application/json',
    `Content-Length: ${Buffer.byteLength(text)}`,
    'Connection: close',
  ];
  socket.end(`${head.join('\r\n')}\r\n\r\n${text}`);
  // What is still coming in is read for a moment, or the reset would swallow the response.
  socket.resume();
  setTimeout(() => socket.destroy(), 500).unref();
}
