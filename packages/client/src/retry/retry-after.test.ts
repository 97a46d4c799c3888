import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { retryAfterMs } from './retry-after.ts';

beforeEach(() => {
  vi.useFakeTimers({ now: Date.parse('2026-05-01T10:00:00Z') });
});
afterEach(() => {
  vi.useRealTimers();
});

it.each([
  ['seconds', '120', 120_000],
  ['no seconds', '0', 0],
  ['an hour', '3600', 3_600_000],
  ['a part of a second', '0.5', 500],
  ['a date', 'Fri, 01 May 2026 10:00:30 GMT', 30_000],
  ['a date without its day', '01 May 2026 10:00:30 GMT', 30_000],
  ['a date of another time zone', 'Fri, 01 May 2026 15:30:30 +0530', 30_000],
  ['the present', 'Fri, 01 May 2026 10:00:00 GMT', 0],
  ['a date that is over', 'Fri, 01 May 2026 09:00:00 GMT', 0],
  ['a word', 'soon', undefined],
  ['seconds with a word', '120 seconds', undefined],
  ['a negative number', '-5', undefined],
  ['nothing', '', undefined],
])('%s: %j', (_, value, ms) => {
  expect(retryAfterMs(new Headers({ 'Retry-After': value }))).toBe(ms);
});

it('none', () => {
  expect(retryAfterMs(new Headers())).toBeUndefined();
});
