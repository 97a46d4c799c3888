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

/** Whether dates survive being written in a format and read again: not with a token that is none, or without a year. */
export function isDateFormat(pattern: string): boolean {
  const midnight = Date.UTC(2023, 10, 23);
  try {
    const format = createDateFormat(pattern, 'UTC');
    return format.read(format.write(midnight)) === midnight;
  } catch {
    // Luxon throws at what it cannot make a parser of.
    return false;
  }
}

export function isTimeZone(zone: string): boolean {
  return IANAZone.isValidZone(zone);
}
