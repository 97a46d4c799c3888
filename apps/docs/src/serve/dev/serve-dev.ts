import { once } from 'node:events';
import type { ServerResponse } from 'node:http';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { getRequestListener } from '@hono/node-server';
import { docsApp } from '../app.ts';

const script = `new EventSource('/_dev/saves').onmessage = () => location.reload();`;

/** Serves a folder, and adds a script to each page that reloads it when `reload` is called. */
export async function serveDev(folder: string, port: number) {
  const openPages = new Set<ServerResponse>();
  const app = await docsApp(folder);
  const listener = getRequestListener(async (request) => withReload(await app.fetch(request)));
  const server = createServer((request, response) => {
    if (request.url === '/_dev/reload.js') {
      response.writeHead(200, { 'Content-Type': 'text/javascript' }).end(script);
    } else if (request.url === '/_dev/saves') {
      response.writeHead(200, { 'Content-Type': 'text/event-stream' }).write(': connected\n\n');
      openPages.add(response);
      response.on('close', () => openPages.delete(response));
    } else void listener(request, response);
  });
  server.listen(port, '127.0.0.1');
  await once(server, 'listening');
  // A TCP server that listens has an address with a port.
  const address = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${address.port}`,
    reload: () => {
      for (const page of openPages) page.write('data: saved\n\n');
    },
    close: async () => {
      const closed = once(server, 'close');
      server.close();
      server.closeAllConnections();
      await closed;
    },
  };
}

/** Adds the script to a page. Other responses are returned unchanged. */
async function withReload(response: Response): Promise<Response> {
  if (!response.headers.get('Content-Type')?.startsWith('text/html')) return response;
  const text = await response.text();
  const headers = new Headers(response.headers);
  headers.delete('Content-Length');
  const tag = '<script src="/_dev/reload.js"></script></head>';
  return new Response(text.replace('</head>', tag), { status: response.status, headers });
}
