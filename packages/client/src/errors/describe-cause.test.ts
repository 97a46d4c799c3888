import { describe, expect, it } from 'vitest';
import { describeCause, safeCause } from './describe-cause.ts';

it.each([
  ['an error', new Error('no luck'), 'no luck'],
  ['an error with a code', broken('no luck', 'ECONNRESET'), 'no luck ECONNRESET'],
  [
    'a code that the message already contains',
    broken('read ECONNRESET', 'ECONNRESET'),
    'read ECONNRESET',
  ],
  [
    'nested causes',
    new TypeError('fetch failed', { cause: broken('no luck', 'EPIPE', new Error('the cable')) }),
    'fetch failed (no luck EPIPE (the cable))',
  ],
  ['a code alone', broken('', 'ECONNREFUSED'), 'ECONNREFUSED'],
  ['a numeric code, which is not informative', Object.assign(new Error('x'), { code: 20 }), 'x'],
  ['anything else that was thrown', 'a text', 'a text'],
])('the description is that of %s', (_, cause, reason) => {
  expect(describeCause(cause)).toBe(reason);
});

it('a circular cause does not loop forever', () => {
  const error = new Error('x');
  error.cause = error;
  expect(describeCause(error).length).toBeLessThan(100);
  expect(safeCause(error, String)).toBeInstanceOf(Error);
});

describe('a safe copy', () => {
  it('contains only the masked name, message, code and causes', () => {
    const inner = Object.assign(broken('Bearer s3cret', 'HPE_INVALID'), { data: 's3cret' });
    const copy = safeCause(new TypeError('fetch failed', { cause: inner }), (text) =>
      text.replaceAll('s3cret', '[token]'),
    );
    expect(copy).toMatchObject({
      name: 'TypeError',
      message: 'fetch failed',
      cause: { name: 'Error', message: 'Bearer [token]', code: 'HPE_INVALID' },
    });
    expect(copy).not.toHaveProperty('cause.data');
  });
});

function broken(message: string, code: string, cause?: Error): Error {
  return Object.assign(new Error(message, { cause }), { code });
}
