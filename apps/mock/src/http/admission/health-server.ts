import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { errorResponse } from '@telecrm/sandbox/adapter';
import { writeResponse } from '../connection/write-response.ts';
import { handleSafely, type IncomingHandler, type Log } from '../node-server.ts';
import { alwaysAdmitted } from './admit.ts';
import { probePaths } from './probes.ts';

const paths: readonly string[] = [...Object.values(probePaths), ...alwaysAdmitted];

export interface HealthServer {
  readonly port: number;
  close(): void;
}

/**
 * Starts a server for monitoring. A server accepts one connection per iteration of the event loop, so a probe on the
 * main port would wait behind all clients that connect at the same time. It serves HTTP only, because probes do not
 * verify certificates.
 *
 * @param handle The function that responds to the same paths on the main port.
 */
export async function startHealthServer(
  handle: IncomingHandler,
  { port, host, log }: { readonly port: number; readonly host: string; readonly log: Log },
): Promise<HealthServer> {
  const server = createServer(async (incoming, outgoing) => {
    const isKnown = paths.includes(incoming.url ?? '');
    const response = isKnown ? await handleSafely(handle, incoming, {}, log) : notFound();
    if (response === 'cut') return void incoming.socket.destroy();
    outgoing.shouldKeepAlive = false;
    await writeResponse(outgoing, response);
    incoming.resume();
  });
  server.listen(port, host);
  await once(server, 'listening');
  // The address of a server that listens on a port has this type.
  const { port: boundPort } = server.address() as AddressInfo;
  return {
    port: boundPort,
    close() {
      server.close();
      server.closeAllConnections();
    },
  };
}

function notFound() {
  return errorResponse(
    404,
    'NOT_FOUND',
    `There is no such path. The paths are ${paths.join(', ')}.`,
  );
}
