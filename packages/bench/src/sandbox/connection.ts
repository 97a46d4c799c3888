import { once } from 'node:events';
import { connect } from 'node:net';

/** A connection that is kept alive and carries one request at a time. */
export interface Connection {
  /** Sends a request and gives the status of its answer once all of that has come in. */
  send(request: string): Promise<number>;
  close(): void;
}

/** Plain sockets, so that the caller needs as little of the machine as can be and the server gets the rest. */
export async function openConnection(port: number): Promise<Connection> {
  const socket = connect(port, '127.0.0.1');
  socket.setNoDelay(true);
  await once(socket, 'connect');
  let received = '';
  let settle: { resolve(status: number): void; reject(error: Error): void } | undefined;
  socket.setEncoding('latin1');
  socket.on('data', (chunk: string) => {
    received += chunk;
    const length = lengthOf(received);
    if (length === undefined || received.length < length) return;
    const status = Number(received.slice(9, 12));
    received = received.slice(length);
    settle?.resolve(status);
  });
  socket.on('error', (error) => settle?.reject(error));
  socket.on('close', () => settle?.reject(new Error('The server has closed the connection')));
  return {
    send: (request) =>
      new Promise((resolve, reject) => {
        settle = { resolve, reject };
        socket.write(request);
      }),
    close() {
      settle = undefined;
      socket.destroy();
    },
  };
}

/** How long an answer is in all, once that can be told. */
export function lengthOf(received: string): number | undefined {
  const end = received.indexOf('\r\n\r\n');
  if (end < 0) return undefined;
  const head = received.slice(0, end).toLowerCase();
  const [, length] = /\r\ncontent-length: *(\d+)/.exec(head) ?? [];
  if (length !== undefined) return end + 4 + Number(length);
  const last = received.indexOf('\r\n0\r\n\r\n', end);
  return last < 0 ? undefined : last + 7;
}
