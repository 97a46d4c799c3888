import { type ApiName, defaultCredentials, type WorkspaceCredentials } from '@telecrm/sandbox';
import type { Mock } from '../options.ts';

/** A response with its parsed body. */
export interface Answer {
  status: number;
  headers: Headers;
  // Tests access responses of every shape.
  // biome-ignore lint/suspicious/noExplicitAny: what an answer holds is what a test asserts
  body: any;
}

/** Sends requests to one workspace of a sandbox and to its control surface. */
export function callerOf(
  mock: Pick<Mock, 'url' | 'baseUrls'>,
  workspace: WorkspaceCredentials = defaultCredentials,
) {
  const { enterpriseId, syncToken, asyncToken } = workspace;
  const call = (api: ApiName) => (method: string, path: string, body?: unknown) =>
    send(`${mock.baseUrls[api]}/enterprise/${enterpriseId}${path}`, method, body, {
      authorization: `Bearer ${api === 'sync' ? syncToken : asyncToken}`,
    });
  const control = (method: string, path: string, body?: unknown) =>
    send(`${mock.url}/_sandbox/workspaces/${enterpriseId}${path}`, method, body);
  return {
    sync: call('sync'),
    queue: (body: unknown) => call('async')('POST', '/autoupdatelead', body),
    control,
    async ingestions() {
      await control('POST', '/drain');
      return (await control('GET', '/ingestions')).body;
    },
  };
}

/** Sends and receives JSON. */
export async function send(
  url: string,
  method = 'GET',
  body?: unknown,
  headers: Record<string, string> = {},
): Promise<Answer> {
  const response = await fetch(url, {
    method,
    headers: { ...headers, ...(body !== undefined && { 'content-type': 'application/json' }) },
    ...(body !== undefined && { body: typeof body === 'string' ? body : JSON.stringify(body) }),
  });
  const text = await response.text();
  const isJson = response.headers.get('content-type')?.startsWith('application/json');
  return {
    status: response.status,
    headers: response.headers,
    body: isJson ? JSON.parse(text) : text,
  };
}
