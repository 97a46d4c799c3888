import { expect, it } from 'vitest';
import type { Fault } from '../api/types.ts';
import { describeFault } from './describe-fault.ts';

it.each<[Fault, string]>([
  [
    { status: 503, times: 2, retryAfterSeconds: 1 },
    'responds with 503, sends Retry-After: 1, 2 times',
  ],
  [{ drop: 'after', times: 1 }, 'closes the connection after processing, once'],
  [{ delayMs: 100, body: null }, 'waits 100 ms, sends another body, until it is removed'],
])('%j: %s', (fault, text) => {
  expect(describeFault(fault)).toBe(text);
});
