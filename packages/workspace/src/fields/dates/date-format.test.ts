import { expect, it } from 'vitest';
import { createDateFormat, isDateFormat } from './date-format.ts';
import { isTimeZone } from './time-zone.ts';

it('parses what it formats', () => {
  const format = createDateFormat('MM-dd-yyyy hh:mm a', 'America/New_York');
  const instant = Date.UTC(2026, 3, 1, 16, 30);
  expect(format.write(instant)).toBe('04-01-2026 12:30 PM');
  expect(format.read('04-01-2026 12:30 PM')).toBe(instant);
});

it('parses a date without a time as midnight', () => {
  expect(createDateFormat('yyyy/MM/dd HH:mm', 'UTC').read('2026/04/01')).toBe(Date.UTC(2026, 3, 1));
});

it('parses a format without a time', () => {
  expect(createDateFormat('dd.MM.yyyy', 'UTC').read('01.04.2026')).toBe(Date.UTC(2026, 3, 1));
});

it('parses a format that begins with the time, and rejects text without the date', () => {
  const format = createDateFormat('HH:mm dd/MM/yyyy', 'UTC');
  expect(format.read('10:30 01/04/2026')).toBe(Date.UTC(2026, 3, 1, 10, 30));
  expect([format.read(''), format.read('10:30')]).toEqual([undefined, undefined]);
});

it('rejects text that is far too long', () => {
  expect(createDateFormat('dd/MM/yyyy', 'UTC').read('1'.repeat(1000))).toBeUndefined();
});

it.each(['dd/MM/yyyy HH:mm:ss', 'MM/dd/yyyy', "yyyy-MM-dd'T'HH:mm", 'd LLL yyyy'])(
  '%j is a date format',
  (pattern) => {
    expect(isDateFormat(pattern)).toBe(true);
  },
);

it.each(['', 'yyyy', 'HH:mm', 'dd/MM', 'date'])('%j is not a date format', (pattern) => {
  expect(isDateFormat(pattern)).toBe(false);
});

it('supports time zones', () => {
  expect([isTimeZone('Asia/Kolkata'), isTimeZone('Mars/Olympus')]).toEqual([true, false]);
});

it('parses a date without its time, whatever the separator between date and time', () => {
  expect(createDateFormat('dd/MM/yyyy, HH:mm', 'UTC').read('01/04/2026')).toBe(
    Date.UTC(2026, 3, 1),
  );
});

it.each([
  ['dd/MM HH:mm yyyy', '01/04'],
  ['yyyy HH:mm dd/MM', '2026'],
])(
  'does not fill in a year or day that is missing in %j from the current date',
  (pattern, part) => {
    expect(createDateFormat(pattern, 'UTC').read(part)).toBeUndefined();
  },
);

it('limits a date format to 64 characters', () => {
  const padded = (length: number) => `dd/MM/yyyy '${'-'.repeat(length - 13)}'`;
  expect([isDateFormat(padded(64)), isDateFormat(padded(65))]).toEqual([true, false]);
});

it.each(['yyyy o dd', 'kkkk yyyy dd'])(
  'rejects %j, which mixes two ways to count days',
  (pattern) => {
    expect(isDateFormat(pattern)).toBe(false);
  },
);
