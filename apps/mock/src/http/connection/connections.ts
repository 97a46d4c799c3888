import type { IncomingMessage } from 'node:http';
import type { Duplex } from 'node:stream';

/** Tracks which connections have requests in progress. */
export interface Connections {
  begin(incoming: IncomingMessage): void;
  end(socket: Duplex): void;
  /** Whether a connection has no request in progress. */
  isIdle(socket: Duplex): boolean;
  /** Runs once all fully received requests of a connection are completed. */
  whenCompleted(socket: Duplex, run: () => void): void;
}

interface Connection {
  /** The number of requests in progress. */
  open: number;
  /** The last request, which may be incomplete. */
  last: IncomingMessage;
  waiting?: () => void;
}

export function createConnections(): Connections {
  const connections = new WeakMap<Duplex, Connection>();
  const isCompleted = ({ open, last }: Connection) => open <= (last.complete ? 0 : 1);
  return {
    begin(incoming) {
      const open = connections.get(incoming.socket)?.open ?? 0;
      connections.set(incoming.socket, { open: open + 1, last: incoming });
    },
    end(socket) {
      const connection = connections.get(socket);
      if (connection === undefined) return;
      connection.open--;
      if (isCompleted(connection)) connection.waiting?.();
    },
    isIdle: (socket) => (connections.get(socket)?.open ?? 0) === 0,
    whenCompleted(socket, run) {
      const connection = connections.get(socket);
      if (connection === undefined || isCompleted(connection)) run();
      else connection.waiting = run;
    },
  };
}
