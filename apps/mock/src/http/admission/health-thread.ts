/** The thread of the port for probes: responds with what the main thread has prepared, and asks it for anything else. */
import { createServer, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { parentPort, workerData } from 'node:worker_threads';
import type { HealthThreadData, PreparedResponse, ToMain, ToThread } from './health-messages.ts';

const { port, host, beat, staleMs }: HealthThreadData = workerData;
const main = parentPort;
if (main === null) throw new Error('This is the program of a thread');

let prepared: Readonly<Record<string, PreparedResponse>> = {};
const waiting = new Map<number, ServerResponse>();
let lastId = 0;
let lastBeat = 0;
let lastBeatAt = performance.now();

/** Whether the event loop of the main thread is running. Otherwise nothing responds, so that the probes fail. */
function isMainAlive(): boolean {
  const current = Atomics.load(beat, 0);
  if (current !== lastBeat) {
    lastBeat = current;
    lastBeatAt = performance.now();
  }
  return performance.now() - lastBeatAt < staleMs;
}
setInterval(isMainAlive, staleMs / 4).unref();

function respond(outgoing: ServerResponse, { status, headers, content }: PreparedResponse): void {
  outgoing.shouldKeepAlive = false;
  outgoing.writeHead(status, headers);
  for (const chunk of typeof content === 'string' ? [content] : (content ?? [])) {
    outgoing.write(chunk);
  }
  outgoing.end();
}

const server = createServer((incoming, outgoing) => {
  const { method = 'GET', url = '', headers, socket } = incoming;
  incoming.resume();
  const known = method === 'GET' || method === 'HEAD' ? prepared[url] : undefined;
  if (known && isMainAlive()) return respond(outgoing, known);
  const id = ++lastId;
  waiting.set(id, outgoing);
  outgoing.once('close', () => waiting.delete(id));
  send({ id, method, url, headers, address: socket.remoteAddress ?? '' });
});

main.on('message', (message: ToThread) => {
  if ('prepared' in message) {
    prepared = message.prepared;
    send({ isUpdated: true });
    return;
  }
  const outgoing = waiting.get(message.id);
  if (message.response) outgoing && respond(outgoing, message.response);
  else outgoing?.destroy();
});

server.on('error', ({ message, ...properties }: NodeJS.ErrnoException) =>
  send({ failure: { message, ...properties } }),
);
server.listen(port, host, () => {
  // The address of a server that listens on a port has this type.
  send({ port: (server.address() as AddressInfo).port });
});

function send(message: ToMain): void {
  main?.postMessage(message);
}
