import { defaultCredentials } from '@telecrm/sandbox';
import { afterAll } from 'vitest';
import type { Mock, MockOptions } from '../options.ts';
import { startMock } from '../start-mock.ts';

/** A mock for one test file that responds with the spec's examples, closed after its last test. */
export function mockForThisFile(): Promise<Mock> {
  return sandboxForThisFile({ stateless: true });
}

/** A sandbox for one test file, closed after its last test. It responds with a 500 instead of violating the spec. */
export async function sandboxForThisFile(options: MockOptions = {}): Promise<Mock> {
  const mock = await startMock({ strict: true, ...options });
  afterAll(() => mock.close());
  return mock;
}

/** The header with the token for the Sync API. */
export const syncAuth = { authorization: `Bearer ${defaultCredentials.syncToken}` };

/** The header with the token for the Async API. */
export const asyncAuth = { authorization: `Bearer ${defaultCredentials.asyncToken}` };

/** The error of a response. Throws if the response is not the error envelope. */
export async function errorOf(response: Response): Promise<{ code: string; message: string }> {
  if (response.headers.get('content-type') !== 'application/json') throw new Error('Not JSON');
  return errorIn(await response.text());
}

/** The error in a body, which must be the envelope. */
export function errorIn(text: string): { code: string; message: string } {
  const body: { error?: { code?: unknown; message?: unknown } } = JSON.parse(text);
  const { code, message } = body.error ?? {};
  if (typeof code !== 'string' || typeof message !== 'string')
    throw new Error(`No envelope: ${text}`);
  return { code, message };
}
