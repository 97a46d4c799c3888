import { expect, it, vi } from 'vitest';
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
