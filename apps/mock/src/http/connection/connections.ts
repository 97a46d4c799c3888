import type { IncomingMessage } from 'node:http';
import type { Duplex } from 'node:stream';

/** Tracks which connections have unanswered requests. */
export interface Connections {
  begin(incoming: IncomingMessage): void;
  end(socket: Duplex): void;
  /** Whether a connection has no unanswered request. */
  isIdle(socket: Duplex): boolean;
  /** Runs once all complete requests of a connection have been answered. */
  whenAnswered(socket: Duplex, run: () => void): void;
}

interface Connection {
  /** The number of unanswered requests. */
  open: number;
  /** The last request, which may be incomplete. */
  last: IncomingMessage;
  waiting?: () => void;
}

export function createConnections(): Connections {
  const connections = new WeakMap<Duplex, Connection>();
  const isAnswered = ({ open, last }: Connection) => open <= (last.complete ? 0 : 1);
  return {
    begin(incoming) {
      const open = connections.get(incoming.socket)?.open ?? 0;
      connections.set(incoming.socket, { open: open + 1, last: incoming });
    },
    end(socket) {
      const connection = connections.get(socket);
      if (connection === undefined) return;
      connection.open--;
      if (isAnswered(connection)) connection.waiting?.();
    },
    isIdle: (socket) => (connections.get(socket)?.open ?? 0) === 0,
    whenAnswered(socket, run) {
      const connection = connections.get(socket);
      if (connection === undefined || isAnswered(connection)) run();
      else connection.waiting = run;
    },
  };
}
