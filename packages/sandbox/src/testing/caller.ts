import type { ApiName } from '../operations/operation.ts';
import type { Sandbox } from '../sandbox.ts';
import type { WorkspaceCredentials } from '../workspaces/credentials.ts';

/** A response with its parsed body. */
export interface ReadResponse {
  status: number;
  headers: Headers;
  // Tests access responses of every shape.
  // biome-ignore lint/suspicious/noExplicitAny: the test asserts what a response contains
  body: any;
}

/** Sends requests to one workspace of a sandbox and to its control surface. */
export function callerOf(sandbox: Sandbox, workspace: WorkspaceCredentials = sandbox.workspace) {
  const { enterpriseId, syncToken, asyncToken } = workspace;
  const call = (api: ApiName) => (method: string, path: string, body?: unknown) =>
    send(sandbox, `${sandbox.baseUrls[api]}/enterprise/${enterpriseId}${path}`, method, body, {
      authorization: `Bearer ${api === 'sync' ? syncToken : asyncToken}`,
    });
  const control = (method: string, path: string, body?: unknown) =>
    send(sandbox, `/_sandbox/workspaces/${enterpriseId}${path}`, method, body);
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
  { fetch, baseUrls }: Sandbox,
  url: string,
  method = 'GET',
  body?: unknown,
  headers: Record<string, string> = {},
): Promise<ReadResponse> {
  const response = await fetch(new URL(url, baseUrls.async), {
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
