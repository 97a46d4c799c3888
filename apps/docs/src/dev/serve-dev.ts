import { once } from 'node:events';
import type { ServerResponse } from 'node:http';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { getRequestListener } from '@hono/node-server';
import { docsApp } from '../serve/app.ts';

const script = `new EventSource('/_dev/saves').onmessage = () => location.reload();`;

/** Serves a folder, with a script in each page that reloads it on demand. */
export async function serveDev(folder: string, port: number) {
  const readers = new Set<ServerResponse>();
  const app = await docsApp(folder);
  const listener = getRequestListener(async (request) => withReload(await app.fetch(request)));
  const server = createServer((request, response) => {
    if (request.url === '/_dev/reload.js') {
      response.writeHead(200, { 'Content-Type': 'text/javascript' }).end(script);
    } else if (request.url === '/_dev/saves') {
      response.writeHead(200, { 'Content-Type': 'text/event-stream' }).write(': here\n\n');
      readers.add(response);
      response.on('close', () => readers.delete(response));
    } else void listener(request, response);
  });
  server.listen(port, '127.0.0.1');
  await once(server, 'listening');
  // A TCP server that listens has an address with a port.
  const address = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${address.port}`,
    reload: () => {
      for (const reader of readers) reader.write('data: saved\n\n');
    },
    close: async () => {
      const closed = once(server, 'close');
      server.close();
      server.closeAllConnections();
      await closed;
    },
  };
}

/** Adds the script to a page; leaves all else as it is. */
async function withReload(answer: Response): Promise<Response> {
  if (!answer.headers.get('Content-Type')?.startsWith('text/html')) return answer;
  const text = await answer.text();
  const headers = new Headers(answer.headers);
  headers.delete('Content-Length');
  const tag = '<script src="/_dev/reload.js"></script></head>';
  return new Response(text.replace('</head>', tag), { status: answer.status, headers });
}
