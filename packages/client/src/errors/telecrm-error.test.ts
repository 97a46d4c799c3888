import { expect, it, vi } from 'vitest';
import { isTelecrmError, TelecrmError } from './telecrm-error.ts';

it('is recognized by another copy of the package, because npm or a bundler may include two', async () => {
  vi.resetModules();
  const copy = await import('./telecrm-error.ts');
  expect(copy.TelecrmError).not.toBe(TelecrmError);
  const error = new copy.TelecrmError('No such lead.', { code: 'LEAD_NOT_FOUND', origin: 'api' });
  expect(error).not.toBeInstanceOf(TelecrmError);
  expect(isTelecrmError(error)).toBe(true);
  expect(isTelecrmError(error, 'LEAD_NOT_FOUND')).toBe(true);
  expect(isTelecrmError(error, 'LEAD_ALREADY_EXISTS')).toBe(false);
});

it.each([
  null,
  undefined,
  'LEAD_NOT_FOUND',
  new Error('No such lead.'),
  { code: 'LEAD_NOT_FOUND', name: 'TelecrmError' },
])('is not %o', (value) => {
  expect(isTelecrmError(value)).toBe(false);
});
