import { defaultCredentials } from '@telecrm/sandbox';

const { enterpriseId, syncToken, asyncToken } = defaultCredentials;

/** The response to a call. */
export interface Answer {
  readonly status: number;
  // Measurements access responses of every shape.
  // biome-ignore lint/suspicious/noExplicitAny: what an answer holds is what is checked
  readonly body: any;
}

/** Calls the default workspace of a sandbox. Rejects if the connection breaks. */
export function callerOf({ url }: { readonly url: string }) {
  const send = async (
    path: string,
    method: string,
    body?: unknown,
    token = '',
  ): Promise<Answer> => {
    const response = await fetch(url + path, {
      method,
      headers: {
        authorization: `Bearer ${token}`,
        ...(body !== undefined && { 'content-type': 'application/json' }),
      },
      ...(body !== undefined && { body: JSON.stringify(body) }),
    });
    const text = await response.text();
    return { status: response.status, body: text === '' ? undefined : JSON.parse(text) };
  };
  const sync = `/autoupdate/v2/enterprise/${enterpriseId}`;
  return {
    sync: (method: string, path: string, body?: unknown) =>
      send(sync + path, method, body, syncToken),
    queue: (body: unknown) =>
      send(`/enterprise/${enterpriseId}/autoupdatelead`, 'POST', body, asyncToken),
    control: (method: string, path: string) =>
      send(`/_sandbox/workspaces/${enterpriseId}${path}`, method),
  };
}
