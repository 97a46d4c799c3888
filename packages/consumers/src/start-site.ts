import assert from 'node:assert/strict';
import { createServer, type RequestListener } from 'node:http';

/** A web site on a free port; `await using` stops it. */
export interface Site extends AsyncDisposable {
  readonly url: string;
}

export async function startSite(listener: RequestListener): Promise<Site> {
  const server = createServer(listener);
  await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready));
  const address = server.address();
  assert(typeof address === 'object' && address !== null);
  return {
    url: `http://127.0.0.1:${address.port}/`,
    async [Symbol.asyncDispose]() {
      server.closeAllConnections();
      await new Promise((closed) => server.close(closed));
    },
  };
}
