import { type ApiName, apis } from '@telecrm/spec/model';

/** A sandbox to call. */
export interface Sandbox {
  /** Its origin. */
  readonly url: string;
  /**
   * The function that sends requests.
   *
   * @default the global `fetch`
   */
  readonly fetch?: (input: string, init: RequestInit) => Promise<Response>;
}

/** The credentials of a workspace. */
export interface Workspace {
  readonly enterpriseId: string;
  readonly syncToken: string;
  readonly asyncToken: string;
}

/** A response with its parsed body. */
export interface ReadResponse {
  readonly status: number;
  readonly headers: Headers;
  // Tests access responses of every shape.
  // biome-ignore lint/suspicious/noExplicitAny: the test asserts what a response contains
  readonly body: any;
}

/** What to send; without a body by default. */
export type Send = (method: string, path: string, body?: unknown) => Promise<ReadResponse>;

/** Sends requests to one workspace of a sandbox and to its control surface. */
export interface Caller {
  /** Calls the Sync API with a path after the enterprise ID. */
  readonly sync: Send;
  /** Queues a lead through the Async API. */
  queue(body: unknown): Promise<ReadResponse>;
  /** Calls the control surface with a path after the workspace. */
  readonly control: Send;
  /** Processes the queue, and returns the list of ingestions. */
  ingestions(): Promise<ReadResponse['body']>;
}

const { sync, async } = apis();

const defaultWorkspace: Workspace = {
  enterpriseId: sync.sandboxEnterpriseId,
  syncToken: sync.sandboxToken,
  asyncToken: async.sandboxToken,
};

/** Sends requests to one workspace of a sandbox and to its control surface. */
export function callerOf(
  { url, fetch }: Sandbox,
  { enterpriseId, syncToken, asyncToken }: Workspace = defaultWorkspace,
): Caller {
  const call =
    (api: ApiName, token: string): Send =>
    (method, path, body) => {
      const base = url + apis()[api].basePath;
      const headers = { authorization: `Bearer ${token}` };
      return send(`${base}/enterprise/${enterpriseId}${path}`, method, body, headers, fetch);
    };
  const control: Send = (method, path, body) =>
    send(`${url}/_sandbox/workspaces/${enterpriseId}${path}`, method, body, {}, fetch);
  const callAsync = call('async', asyncToken);
  return {
    sync: call('sync', syncToken),
    queue: (body) => callAsync('POST', '/autoupdatelead', body),
    control,
    async ingestions() {
      await control('POST', '/drain');
      return (await control('GET', '/ingestions')).body;
    },
  };
}

/** Sends a value as JSON, or a string unchanged, and parses the response if it is JSON. */
export async function send(
  url: string,
  method = 'GET',
  body?: unknown,
  headers: Readonly<Record<string, string>> = {},
  fetch: NonNullable<Sandbox['fetch']> = globalThis.fetch,
): Promise<ReadResponse> {
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
