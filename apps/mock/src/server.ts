import { createServer, type Server, STATUS_CODES } from 'node:http';
import type { Duplex } from 'node:stream';
import { getRequestListener, RequestError } from '@hono/node-server';
import type { createApp } from './app.ts';
import { broken } from './app.ts';
import { failure, type MockResponse, toHttp } from './envelope.ts';

/** How long a request may take to arrive in full, in milliseconds. */
const patience = 30_000;

/** The Node server around the app: what is too broken to become a request is answered here. */
export function createHttpServer(
  app: Pick<ReturnType<typeof createApp>, 'fetch'>,
  requestTimeout = patience,
): Server {
  const listener = getRequestListener(app.fetch, {
    // A program that starts the mock keeps its own Request and Response.
    overrideGlobalObjects: false,
    hostname: 'localhost',
    errorHandler: (error) =>
      toHttp(error instanceof RequestError ? badUrl() : broken(error, 'call')),
  });
  const options = {
    // A call without a Host header is fine, and Node would refuse it without a body.
    requireHostHeader: false,
    requestTimeout,
    headersTimeout: requestTimeout,
    connectionsCheckingInterval: requestTimeout / 10,
  };
  const server = createServer(options, listener);
  // An expectation that is not known is ignored; Node would refuse it without a body.
  server.on('checkExpectation', listener);
  server.on('clientError', (error: NodeJS.ErrnoException, socket) => {
    if (error.code === 'ECONNRESET' || !socket.writable) return void socket.destroy();
    sendRaw(socket, unreadable(error.code));
  });
  return server;
}

/** Takes no new calls, lets those in flight finish, and ends idle connections at once. Three seconds at most. */
export function stopServer(server: Server): Promise<void> {
  return new Promise((resolve) => {
    // A connection that was busy when the server closed is kept alive by Node after its answer.
    const idle = setInterval(() => server.closeIdleConnections(), 20);
    const late = setTimeout(() => server.closeAllConnections(), 2500);
    server.close(() => {
      clearInterval(idle);
      clearTimeout(late);
      resolve();
    });
  });
}

function badUrl(): MockResponse {
  return failure(400, 'BAD_REQUEST', 'The URL or the Host header is malformed: check both.');
}

function unreadable(code: string | undefined): MockResponse {
  switch (code) {
    case 'HPE_HEADER_OVERFLOW':
      return failure(
        431,
        'HEADERS_TOO_LARGE',
        'URL and headers are over 16 kB: make them shorter.',
      );
    case 'ERR_HTTP_REQUEST_TIMEOUT':
      return failure(408, 'REQUEST_TIMEOUT', 'The request did not arrive in full: send all of it.');
    default:
      return failure(400, 'BAD_REQUEST', 'This is not HTTP: check method, URL and headers.');
  }
}

function sendRaw(socket: Duplex, { statusCode, body }: MockResponse): void {
  const text = JSON.stringify(body);
  const head = [
    `HTTP/1.1 ${statusCode} ${STATUS_CODES[statusCode]}`,
    'Content-Type: application/json',
    `Content-Length: ${Buffer.byteLength(text)}`,
    'Connection: close',
  ];
  socket.end(`${head.join('\r\n')}\r\n\r\n${text}`);
  // What is still coming in is read for a moment, or the reset would swallow the answer.
  socket.resume();
  setTimeout(() => socket.destroy(), 500).unref();
}
