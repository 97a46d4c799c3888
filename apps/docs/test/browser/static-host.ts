import { once } from 'node:events';
import { readFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { extname, join } from 'node:path';

const types: Record<string, string> = {
  '.html': 'text/html',
  '.js': 'text/javascript',
  '.css': 'text/css',
  '.svg': 'image/svg+xml',
};

/** A minimal static host: serves `folder` below `base`, without rewrites or extra headers. */
export async function startStaticHost(folder: string, base: string) {
  const server = createServer(async ({ url = '' }, response) => {
    const path = new URL(url, 'http://localhost').pathname;
    const file = path.slice(base.length) + (path.endsWith('/') ? 'index.html' : '');
    const found = await readFile(join(folder, file)).catch(() => undefined);
    const content = path.startsWith(base) ? found : undefined;
    response.statusCode = content ? 200 : 404;
    response.setHeader('Content-Type', types[content ? extname(file) : '.html'] ?? 'text/plain');
    response.end(content ?? (await readFile(join(folder, '404.html'))));
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  // The address of a TCP server is an object while it is listening.
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${port}${base}`,
    close: async () => {
      server.close();
      server.closeAllConnections();
    },
  };
}
