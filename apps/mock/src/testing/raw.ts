import { once } from 'node:events';
import { connect, type Socket } from 'node:net';
import { setTimeout } from 'node:timers/promises';

/** The response on a plain socket. */
export interface RawResponse {
  status: number;
  head: string;
  body: string;
}

/** Sends bytes unchanged, to test data that no HTTP client would send, and reads one response. */
export async function sendRaw(port: number, ...parts: (string | Buffer)[]): Promise<RawResponse> {
  const socket = await open(port);
  for (const part of parts) socket.write(part);
  return read(socket);
}

/** Sends requests on separate connections, all of them, or each part of them, in the same iteration of the event loop. */
export async function sendAtOnce(
  port: number,
  ...parts: readonly (readonly string[])[]
): Promise<RawResponse[]> {
  const [requests = []] = parts;
  const sockets = await Promise.all(requests.map(() => open(port)));
  // A server accepts one connection per iteration, so the connections must be open before.
  for (const socket of sockets) socket.write('GET /_sandbox/live HTTP/1.1\r\n\r\n');
  await Promise.all(sockets.map(readOne));
  for (const part of parts) {
    for (const [index, socket] of sockets.entries()) socket.write(part[index] ?? '');
    // The server reads this part before the next one is sent.
    await setTimeout(parts.length > 1 ? 50 : 0);
  }
  return Promise.all(sockets.map(read));
}

async function open(port: number): Promise<Socket> {
  const socket = connect(port, '127.0.0.1');
  // The server may close the connection while bytes are still being sent; only its response matters.
  socket.on('error', () => {});
  await once(socket, 'connect');
  return socket;
}

async function read(socket: Socket): Promise<RawResponse> {
  const text = await readOne(socket);
  socket.destroy();
  const [head = '', body = ''] = text.split('\r\n\r\n', 2);
  return { status: Number(/^HTTP\/1\.1 (\d{3})/.exec(head)?.[1]), head, body };
}

async function readOne(socket: Socket): Promise<string> {
  let text = '';
  for await (const chunk of socket.iterator({ destroyOnReturn: false })) {
    text += String(chunk);
    if (isComplete(text)) break;
  }
  return text;
}

function isComplete(text: string): boolean {
  const [head = '', body] = text.split('\r\n\r\n', 2);
  const length = Number(/^content-length: (\d+)/im.exec(head)?.[1] ?? 0);
  return body !== undefined && Buffer.byteLength(body) >= length;
}
