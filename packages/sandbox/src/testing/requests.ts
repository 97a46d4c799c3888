import { type ApiName, apis, type ExampleRequest, type Operation } from '@telecrm/spec/model';
import { defaultCredentials } from '../workspaces/credentials.ts';

/** An operation of either API, as the spec describes it. */
export type ApiOperation = Operation<ApiName>;

/** Every operation of both APIs, by its ID. */
export const operationsById = Object.values(apis()).flatMap(({ operations }) =>
  operations.map((operation) => [operation.id, operation] as const),
);

/** The headers with the token for an API. */
export const authOf: Readonly<Record<ApiName, { authorization: string }>> = {
  sync: { authorization: `Bearer ${defaultCredentials.syncToken}` },
  async: { authorization: `Bearer ${defaultCredentials.asyncToken}` },
};

/** A valid request of an operation, as an argument of `fetch`. */
export function initOf({ api, method }: ApiOperation, { body }: ExampleRequest) {
  const headers = authOf[api];
  if (body === undefined) return { method, headers };
  return {
    method,
    headers: { ...headers, 'content-type': 'application/json' },
    body: JSON.stringify(body),
  };
}

/** The error in a response. Throws if the response is not the error envelope. */
export async function errorOf(response: Response): Promise<{ code: string; message: string }> {
  if (response.headers.get('content-type') !== 'application/json') throw new Error('Not JSON');
  const text = await response.text();
  const body: { error?: { code?: unknown; message?: unknown } } = JSON.parse(text);
  const { code, message } = body.error ?? {};
  if (typeof code !== 'string' || typeof message !== 'string') {
    throw new Error(`No envelope: ${text}`);
  }
  return { code, message };
}
