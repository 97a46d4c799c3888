import {
  createServer,
  type IncomingMessage,
  type RequestListener,
  type Server,
  STATUS_CODES,
} from 'node:http';
import type { Duplex } from 'node:stream';
import {
  type ApiResponse,
  errorResponse,
  internalError,
  type ResponseOrCut,
} from '@telecrm/sandbox/adapter';
import { beginRecord, type RequestRecord } from '../monitoring/request-record.ts';
import { createConnections } from './connection/connections.ts';
import type { RequestHooks } from './connection/node-request.ts';
import { writeResponse } from './connection/write-response.ts';
import type { TlsMaterial } from './tls.ts';

/** The maximum time for a request to arrive, in milliseconds. */
const requestTimeoutMs = 30_000;

/** The maximum time that a response may remain unread, in milliseconds. */
const writeTimeoutMs = 30_000;

/** Options of the server. */
export interface ServerOptions {
  /** The maximum time for a request to arrive, in milliseconds. */
  readonly requestMs?: number;
  /** The maximum time without progress in reading a response, in milliseconds. */
  readonly writeMs?: number;
  /** Whether to close each connection after its next response, so that clients connect to another server. */
  readonly isClosing?: () => boolean;
  /** Enables HTTPS. */
  readonly tls?: TlsMaterial | undefined;
  /** Called after each request. */
  readonly onCompleted?: ((record: RequestRecord) => void) | undefined;
}

/** Responds to a request; `'cut'` closes the connection without a response. */
export type IncomingHandler = (
  incoming: IncomingMessage,
  hooks: RequestHooks,
) => ResponseOrCut | Promise<ResponseOrCut>;

/** Logs internal errors. */
export type Log = (text: string) => void;

/** Creates Node's HTTP server for the sandbox. Data that cannot be parsed as a request is rejected here. */
export function createNodeServer(
  handle: IncomingHandler,
  log: Log,
  options: ServerOptions = {},
): Server {
  const { requestMs: timeoutMs = requestTimeoutMs, writeMs = writeTimeoutMs } = options;
  const { isClosing, tls, onCompleted } = options;
  const connections = createConnections();
  const listener: RequestListener = async (incoming, outgoing) => {
    const { socket } = incoming;
    connections.begin(incoming);
    outgoing.once('close', () => connections.end(socket));
    const record = onCompleted && beginRecord(incoming.method ?? '');
    const response = await handleSafely(handle, incoming, record ?? {}, log);
    if (record) onCompleted?.(record.end(response));
    if (response === 'cut') return void socket.destroy();
    if (isClosing?.()) outgoing.shouldKeepAlive = false;
    await writeResponse(outgoing, response);
    if (socket.writableNeedDrain) socket.setTimeout(writeMs);
    // An unread body would block the next request on the connection.
    if (!incoming.readableEnded) incoming.resume();
  };
  const settings = {
    // Requests without a Host header are valid here; Node would reject them without a body.
    requireHostHeader: false,
    requestTimeout: timeoutMs,
    headersTimeout: timeoutMs,
    connectionsCheckingInterval: timeoutMs / 10,
  };
  const server: Server = tls
    ? process.getBuiltinModule('node:https').createServer({ ...settings, ...tls }, listener)
    : createServer(settings, listener);
  // Unknown expectations are ignored; Node would reject them without a body.
  server.on('checkExpectation', listener);
  server.on('clientError', (error: NodeJS.ErrnoException, socket) => {
    if (error.code === 'ECONNRESET' || !socket.writable) return void socket.destroy();
    // Earlier requests on the same connection are completed first.
    connections.whenCompleted(socket, () => sendRaw(socket, unreadable(error.code)));
  });
  // Disconnects a client that does not read its response, or sends nothing on an idle connection. A request itself may
  // take long, because a fault can delay it.
  server.on('timeout', (socket) => {
    if (socket.writableLength > 0) return void socket.destroy();
    if (!connections.isIdle(socket)) return;
    // In a busy process, timers fire before pending input is read. Closing the connection would lose a request.
    const { bytesRead } = socket;
    setImmediate(() => {
      if (connections.isIdle(socket) && socket.bytesRead === bytesRead) socket.destroy();
    });
  });
  return server;
}

/** Responds to a request, if necessary with an internal error. Never rejects. */
export async function handleSafely(
  handle: IncomingHandler,
  incoming: IncomingMessage,
  hooks: RequestHooks,
  log: Log,
): Promise<ResponseOrCut> {
  try {
    return await handle(incoming, hooks);
  } catch (error) {
    return internalError(error, incoming.method ?? 'call', log);
  }
}

/**
 * Accepts no new requests, waits for those in flight, and closes idle connections immediately. Takes at most three
 * seconds.
 *
 * @param cut Aborts waiting.
 */
export function stopServer(server: Server, cut: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    const cutAll = () => server.closeAllConnections();
    cut.addEventListener('abort', cutAll, { once: true });
    // Node keeps a connection alive after its response if it was busy when the server closed.
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
  // Reads incoming data for a moment, because resetting the connection immediately would discard the response.
  socket.resume();
  setTimeout(() => socket.destroy(), 500).unref();
}
