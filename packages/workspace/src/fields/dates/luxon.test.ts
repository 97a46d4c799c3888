import fc from 'fast-check';
import { DateTime } from 'luxon';
import { expect, it } from 'vitest';
import { createDateFormat, isDateFormat } from './date-format.ts';

const formats = [
  ...['dd/MM/yyyy HH:mm:ss', 'd/M/yyyy H:m:s', 'MM-dd-yyyy hh:mm a', 'yyyy/MM/dd HH:mm'],
  ...["yyyy-MM-dd'T'HH:mm", 'd LLL yyyy', 'dd MMMM yyyy, h:mm a', 'HH:mm dd.MM.yyyy', 'yyyyMMdd'],
];
const zones = ['Asia/Kolkata', 'UTC', 'America/New_York', 'Asia/Kathmandu', 'Pacific/Apia'];
const options = (zone: string) => ({ zone, locale: 'en-US', numberingSystem: 'latn' }) as const;

// If a clock change repeats or skips the hour, either interpretation is valid.
const minute = 60_000;
const instant = fc.integer({
  min: Date.UTC(1970) / minute,
  max: Date.UTC(2100) / minute,
});

it.each(formats)('%s is formatted as by Luxon, and parsed back', (format) => {
  expect(isDateFormat(format)).toBe(true);
  fc.assert(
    fc.property(instant, fc.constantFrom(...zones), (minutes, zone) => {
      const date = DateTime.fromMillis(minutes * minute, options(zone));
      const { write, read } = createDateFormat(format, zone);
      const text = date.toFormat(format);
      expect(write(date.toMillis())).toBe(text);
      const again = read(text);
      expect(again).toBeDefined();
      expect(write(again ?? 0)).toBe(text);
    }),
    { numRuns: 200 },
  );
});

/** A date as people write it, or with a mistake. */
const text = fc
  .tuple(
    fc.constantFrom('01', '1', '31', '29', '00', '12', '13', '7', '2024', '0099', 'Jan', 'march'),
    fc.constantFrom('/', '-', ' ', '.', ''),
    fc.constantFrom('02', '2', '11', 'Feb', 'MAY', 'December', '13', '00', '30'),
    fc.constantFrom('/', '-', ' ', '.', ''),
    fc.constantFrom('2024', '2023', '24', '1900', '31', '2', '28', '1000'),
    fc.constantFrom('', ' 10:30:00', ' 24:00:00', ' 1:2:3', ' 12:30 PM', ' 00:30 am', ', 9:05 pm'),
    fc.constantFrom('', '', '', ' ', 'Z', '+05:30'),
  )
  .map((parts) => parts.join(''));

it.each(formats)('%s parses exactly the same text as Luxon', (format) => {
  const { read } = createDateFormat(format, 'Asia/Kolkata');
  const parser = DateTime.buildFormatParser(format, options('Asia/Kolkata'));
  const dateOnly = format.replace(/[\s,T'-]*[Hh].*/, '');
  const datePart = /y/.test(dateOnly)
    ? DateTime.buildFormatParser(dateOnly, options('Asia/Kolkata'))
    : parser;
  fc.assert(
    fc.property(text, (written) => {
      const dates = [parser, datePart].map((each) =>
        DateTime.fromFormatParser(written, each, options('Asia/Kolkata')),
      );
      const expected = dates.find(({ isValid }) => isValid)?.toMillis();
      expect([written, read(written)]).toEqual([written, expected]);
    }),
    { numRuns: 2000 },
  );
});
