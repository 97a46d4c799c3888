import { expect, test } from 'vitest';
import { failed } from './failed.ts';

test.each([
  ['an error', new Error('no luck'), 'no luck'],
  ['an error with a code', broken('no luck', 'ECONNRESET'), 'no luck ECONNRESET'],
  [
    'what an error was caused by, and that in turn',
    new TypeError('fetch failed', { cause: broken('no luck', 'EPIPE', new Error('the cable')) }),
    'fetch failed  (no luck EPIPE (the cable ))',
  ],
  ['anything else that was thrown', 'a text', 'a text'],
])('the message says %s', (_, cause, reason) => {
  const error = failed('getLead', 'NETWORK', cause);
  expect(error.message.trim()).toBe(`getLead failed: ${reason}`);
  expect(error).toMatchObject({ code: 'NETWORK', operationId: 'getLead', cause });
});

function broken(message: string, code: string, cause?: Error): Error {
  return Object.assign(new Error(message, { cause }), { code });
}
