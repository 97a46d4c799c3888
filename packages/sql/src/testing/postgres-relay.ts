import { once } from 'node:events';
import { type AddressInfo, connect, createServer, type Socket } from 'node:net';
import { role } from './create-database.ts';

/** A network between a process and a Postgres server of the tests. */
export interface PostgresRelay {
  /** The URL of the database over this network. */
  readonly url: string;
  /** The number of open connections. */
  readonly connections: number;
  /** Loses all packets of the existing connections from now on, without closing them. */
  losePackets(): void;
  close(): void;
}

/**
 * Starts a relay on a free port.
 *
 * @param url See `createDatabase`.
 */
export async function startPostgresRelay(url: string): Promise<PostgresRelay> {
  const { pathname, searchParams } = new URL(url);
  const ends = new Map<Socket, Socket>();
  const relay = createServer((client) => {
    const server = connect(`${searchParams.get('host')}/.s.PGSQL.5432`);
    ends.set(client, server);
    for (const socket of [client, server]) socket.on('error', () => {});
    client.pipe(server).pipe(client);
    client.once('close', () => server.destroy());
  });
  await once(relay.listen(0, '127.0.0.1'), 'listening');
  // A server that listens on a port has an address with a port.
  const { port } = relay.address() as AddressInfo;
  return {
    url: `postgres://${role}@127.0.0.1:${port}${pathname}`,
    get connections() {
      return [...ends.keys()].filter((client) => !client.destroyed).length;
    },
    losePackets() {
      for (const [client, server] of ends) {
        client.unpipe(server);
        server.unpipe(client);
        // Their data is discarded.
        client.resume();
        server.resume();
      }
    },
    close() {
      relay.close();
      for (const socket of [...ends.keys(), ...ends.values()]) socket.destroy();
    },
  };
}
