import { expect, it, vi } from 'vitest';
import { StorageUnavailableError } from '../storage/unavailable.ts';
import { internalError } from './internal-error.ts';

it('contains the message of the error neither in the response nor in the log', () => {
  const log = vi.fn();
  const { status, body } = internalError(new RangeError('jane@secret.example'), 'POST', log);
  expect(status).toBe(500);
  expect(JSON.stringify(body)).not.toContain('secret');
  const [line] = log.mock.calls.flat();
  expect(line).toMatch(/^RangeError while answering a POST\n\s+at /);
  expect(line).not.toContain('secret');
});

it('states when to retry a request that the storage could not process', () => {
  const log = vi.fn();
  const full = new StorageUnavailableError('its disk is full', 30);
  expect(internalError(full, 'POST', log)).toMatchObject({
    status: 503,
    headers: { 'retry-after': '30' },
    body: { error: { message: expect.stringContaining('because its disk is full: retry it') } },
  });
  expect(log.mock.calls.flat()).toEqual([
    'StorageUnavailableError while answering a POST: its disk is full',
  ]);
});
