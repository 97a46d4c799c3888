import { expect, it } from 'vitest';
import { reasonOf, storedAs } from '../../testing/parse.ts';

it.each([0, 1672561800000, -86400000])('stores %d as Unix time in milliseconds', (value) => {
  expect(storedAs('date', value)).toBe(value);
});

it.each([
  ['01/01/2023 10:30:00', Date.UTC(2023, 0, 1, 5)],
  ['01/01/2023', Date.UTC(2022, 11, 31, 18, 30)],
])('interprets %j in the time zone of the workspace', (text, instant) => {
  expect(storedAs('date', text)).toBe(instant);
});

it('rejects an ISO date, and the fix has both valid forms', () => {
  expect(reasonOf('date', '2026-01-01T10:30:00Z')).toBe(
    'Field is not a valid date: ISO 8601 is not accepted, send 1767263400000 or "01/01/2026 16:00:00"',
  );
});

it.each(['2026-01-01', '2026-01-01T00:00:00', '2026-01-01 00:00', '2026-01-01T00:00:00.000'])(
  'interprets an ISO date without an offset, %j, in the time zone of the workspace',
  (text) => {
    expect(reasonOf('date', text)).toContain('send 1767205800000 or "01/01/2026 00:00:00"');
  },
);

it('says to send milliseconds as a number', () => {
  expect(reasonOf('date', '1672561800000')).toContain('send 1672561800000 without quotes');
});

it.each(['', '31/02/2026', '12/25/2026', '1/1/2023', 'today', '2026-99-99', null, 1.5, 9e15, []])(
  '%j is not a date',
  (value) => {
    expect(reasonOf('date', value)).toContain(
      'send Unix time in milliseconds, or text such as "01/01/2023 10:30:00"',
    );
  },
);

it.each(['on 2026-01-01', '2026-01-01 is the day', '+1672561800000', '1672561800000 ms'])(
  'suggests no specific fix for %j, which only contains a date',
  (value) => {
    expect(reasonOf('date', value)).toContain('send Unix time in milliseconds, or text such as');
  },
);

it.each([[['2026-01-01']], [['1672561800000']]])(
  'does not treat the list %j as its entry',
  (value) => {
    expect(reasonOf('date', value)).toContain('send Unix time in milliseconds, or text such as');
  },
);

it('stores minus zero as zero, because JSON has no minus zero', () => {
  expect(Object.is(storedAs('date', -0), 0)).toBe(true);
});
