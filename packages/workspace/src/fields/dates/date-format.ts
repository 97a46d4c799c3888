import { DateTime, IANAZone } from 'luxon';

/** A workspace's way of writing dates. */
export interface DateFormat {
  /** Unix time in milliseconds, or nothing when the text is not in the format. ISO 8601 is not. */
  read(text: string): number | undefined;
  write(instant: number): string;
}

/**
 * The format with its time (`01/01/2023 10:30:00`) and without (`01/01/2023`, midnight): the docs show both for one
 * workspace. In which zone telecrm reads a date is not known; here it is the workspace's own.
 */
export function createDateFormat(pattern: string, zone: string): DateFormat {
  const options = { zone, locale: 'en-US', numberingSystem: 'latn' } as const;
  const formats = [pattern, withoutTime(pattern)].filter(isWholeDate);
  const parsers = formats.map((format) => DateTime.buildFormatParser(format, options));
  return {
    read(text) {
      if (text.length > 64) return undefined;
      for (const parser of parsers) {
        const date = DateTime.fromFormatParser(text, parser, options);
        if (date.isValid) return date.toMillis();
      }
      return undefined;
    },
    write: (instant) => DateTime.fromMillis(instant, options).toFormat(pattern),
  };
}

// A part that lacks the year or the day would be filled up with today's.
function isWholeDate(pattern: string): boolean {
  return /y/i.test(pattern) && /[dDo]/.test(pattern);
}

function withoutTime(pattern: string): string {
  return pattern.replace(/[\s,T'-]*[Hh].*/, '');
}

export const maxDateFormatLength = 64;

/** The tokens of each part of a date. No other tokens can be parsed back. */
const tokens = {
  day: ['d', 'dd'],
  month: ['M', 'MM', 'MMM', 'MMMM', 'L', 'LL', 'LLL', 'LLLL'],
  year: ['yyyy'],
  hour: ['H', 'HH', 'h', 'hh'],
  minute: ['m', 'mm'],
  second: ['s', 'ss'],
  meridiem: ['a'],
};

/** Whether dates can be written in a format and parsed again: it has day, month and year, and each token once. */
export function isDateFormat(pattern: string): boolean {
  if (pattern.length > maxDateFormatLength) return false;
  const letters = pattern.replace(/'[^']*'/g, ' ').match(/([a-z])\1*/gi) ?? [];
  const parts = letters.map((token) => partOf(token));
  if (new Set(parts).size < parts.length || !parts.every((part) => part !== undefined))
    return false;
  if (!['day', 'month', 'year'].every((part) => parts.some((known) => known === part)))
    return false;
  return survives(pattern);
}

function partOf(token: string): string | undefined {
  return Object.entries(tokens).find(([, known]) => known.includes(token))?.[0];
}

// Without separators, as in `dMyyyy`, or with an hour but no `a`, a format can still be ambiguous.
function survives(pattern: string): boolean {
  const format = createDateFormat(pattern, 'UTC');
  const dates = [Date.UTC(2023, 0, 2), Date.UTC(2023, 10, 23)];
  return dates.every((date) => format.read(format.write(date)) === date);
}

export function isTimeZone(zone: string): boolean {
  return IANAZone.isValidZone(zone);
}
