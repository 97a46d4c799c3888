import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest';
import { callerOf, send } from './index.ts';

interface Received {
  readonly line: string;
  readonly token: string | undefined;
  readonly type: string | undefined;
  readonly body: string;
}

const received: Received[] = [];
let reply: { type: string; text: string };
const server = createServer(async (request, response) => {
  const { method, url, headers } = request;
  const body = (await request.setEncoding('utf8').toArray()).join('');
  const { authorization: token, 'content-type': type } = headers;
  received.push({ line: `${method} ${url}`, token, type, body });
  response.writeHead(201, { 'content-type': reply.type }).end(reply.text);
});
let url: string;

beforeAll(async () => {
  await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready));
  // A server on a port has an address of this type.
  url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
});
afterAll(() => new Promise((closed) => server.close(closed)));
beforeEach(() => {
  received.length = 0;
  reply = { type: 'application/json; charset=utf-8', text: '{"data":[]}' };
});

it('calls each API and the control surface with the credentials of a workspace', async () => {
  const workspace = { enterpriseId: 'ent_1', syncToken: 'token-s', asyncToken: 'token-a' };
  const { sync, queue, control } = callerOf({ url }, workspace);
  expect(await sync('GET', '/metadata')).toMatchObject({ status: 201, body: { data: [] } });
  await queue({ fields: {} });
  await control('DELETE', '');
  const type = 'application/json';
  expect(received).toEqual([
    { line: 'GET /autoupdate/v2/enterprise/ent_1/metadata', token: 'Bearer token-s', body: '' },
    {
      ...{ line: 'POST /enterprise/ent_1/autoupdatelead', token: 'Bearer token-a' },
      ...{ type, body: '{"fields":{}}' },
    },
    { line: 'DELETE /_sandbox/workspaces/ent_1', body: '' },
  ]);
});

it('calls the default workspace of the spec unless another one is given', async () => {
  await callerOf({ url }).sync('POST', '/lead', {});
  expect(received).toMatchObject([
    { line: 'POST /autoupdate/v2/enterprise/ent_sandbox/lead', token: 'Bearer sandbox-sync-token' },
  ]);
});

it('processes the queue before it lists the ingestions', async () => {
  expect(await callerOf({ url }).ingestions()).toEqual({ data: [] });
  expect(received.map(({ line }) => line)).toEqual([
    'POST /_sandbox/workspaces/ent_sandbox/drain',
    'GET /_sandbox/workspaces/ent_sandbox/ingestions',
  ]);
});

it('sends a string unchanged, and returns a response that is not JSON as text', async () => {
  reply = { type: 'text/plain', text: '{}' };
  expect(await send(`${url}/a`, 'PUT', '{"half":')).toMatchObject({ body: '{}' });
  expect(received).toMatchObject([{ line: 'PUT /a', body: '{"half":' }]);
});

it('can use the fetch of a sandbox in the same process', async () => {
  const urls: string[] = [];
  const fetch = async (input: string) => {
    urls.push(input);
    return Response.json({ name: 'Acme' });
  };
  const { sync } = callerOf({ url: 'http://sandbox.invalid', fetch });
  expect((await sync('GET', '/metadata')).body).toEqual({ name: 'Acme' });
  expect(urls).toEqual(['http://sandbox.invalid/autoupdate/v2/enterprise/ent_sandbox/metadata']);
});
