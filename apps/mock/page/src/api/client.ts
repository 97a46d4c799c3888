import type { ControlPaths } from '@telecrm/sandbox/adapter';
import createClient from 'openapi-fetch';
import { ControlError, KeyNeededError } from './errors.ts';
import { readKey } from './key.ts';

/** The base URL of the sandbox: everything before `/_sandbox/`, which may include a path that a proxy adds. */
export const sandboxUrl = new URL('..', location.href).href.replace(/\/$/, '');

/** A client of the control surface, typed by its description. */
export const control = createClient<ControlPaths>({ baseUrl: sandboxUrl, cache: 'no-store' });

control.use({
  onRequest({ request }) {
    const key = readKey();
    if (key !== null) request.headers.set('authorization', `Bearer ${key}`);
  },
});

interface ApiResult<T> {
  readonly data?: T;
  readonly error?: unknown;
  readonly response: Response;
}

/** The body of a successful response; throws for any other. */
export async function dataOf<T>(call: Promise<ApiResult<T>>): Promise<T> {
  const key = readKey();
  const { data, error, response } = await call;
  if (response.status === 401) throw new KeyNeededError(key);
  // A success without a body has no data, according to its type.
  if (response.ok) return data as T;
  throw new ControlError(
    response.status,
    messageIn(error) ?? `The sandbox responded with ${response.status}.`,
  );
}

function messageIn(error: unknown): string | undefined {
  const { message } = Object(Object(error).error);
  return typeof message === 'string' ? message : undefined;
}
