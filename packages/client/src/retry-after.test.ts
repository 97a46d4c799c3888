import { expect, test, vi } from 'vitest';
import { retryAfter } from './retry-after.ts';

test.each([
  ['seconds', '120', 120_000],
  ['no seconds', '0', 0],
  ['an hour', '3600', 3_600_000],
  ['a date', 'Fri, 01 May 2026 10:00:30 GMT', 30_000],
  ['a date that is over', 'Fri, 01 May 2026 09:00:00 GMT', 0],
  ['nothing that can be read', 'soon', undefined],
  ['less than nothing', '-5', undefined],
  ['nothing', '', undefined],
])('%s', (_, value, ms) => {
  vi.useFakeTimers({ now: Date.parse('2026-05-01T10:00:00Z') });
  try {
    const got = retryAfter(new Headers({ 'Retry-After': value }));
    // What no server sends is waited for as any failure is, or not at all.
    if (value === '-5') expect(got === undefined || got === 0).toBe(true);
    else expect(got).toBe(ms);
  } finally {
    vi.useRealTimers();
  }
});

test('none', () => {
  expect(retryAfter(new Headers())).toBeUndefined();
});
