import { createParser, isComplete, type Pattern, parsePattern, write } from './pattern.ts';
import { toInstant, toLocal } from './time-zone.ts';

/** The date format of a workspace. */
export interface DateFormat {
  /** Unix time in milliseconds, or `undefined` if the text is not in the format, such as ISO 8601. */
  read(text: string): number | undefined;
  /** The same for ISO 8601, which telecrm does not accept, so that a message can say what to send instead. */
  readIso(text: string): number | undefined;
  write(instant: number): string;
}

export const maxDateFormatLength = 64;

/**
 * Parses dates with a time (`01/01/2023 10:30:00`) and without (`01/01/2023`, midnight): the docs show both for the
 * same workspace. How telecrm determines the time zone of a date is not known; here it is the zone of the workspace.
 *
 * @param format With the tokens of Unicode: `dd/MM/yyyy HH:mm:ss`.
 * @param zone The IANA time zone, such as `Asia/Kolkata`.
 */
export function createDateFormat(format: string, zone: string): DateFormat {
  const pattern = parsePattern(format) ?? [];
  const parsers = [format, withoutTime(format)]
    .map((text) => parsePattern(text) ?? [])
    .filter(isComplete)
    .map(createParser);
  return {
    read(text) {
      if (text.length > maxDateFormatLength) return undefined;
      for (const parse of parsers) {
        const parts = parse(text);
        if (parts) return toInstant(parts, zone);
      }
      return undefined;
    },
    readIso: (text) => readIso(text, zone),
    write: (instant) => write(pattern, toLocal(instant, zone)),
  };
}

const isoParsers = ['yyyy-MM-dd HH:mm:ss', 'yyyy-MM-dd HH:mm', 'yyyy-MM-dd']
  .map((text) => parsePattern(text) ?? [])
  .map(createParser);

/** A time without an offset is in the time zone of the workspace. */
function readIso(text: string, zone: string): number | undefined {
  if (/^\d{4}-\d\d-\d\dT[\d:.]+(?:Z|[+-]\d\d:?\d\d)$/i.test(text)) {
    const instant = Date.parse(text);
    return Number.isNaN(instant) ? undefined : instant;
  }
  const local = text.replace(/^(\d{4}-\d\d-\d\d)T/i, '$1 ').replace(/(:\d\d)\.\d+$/, '$1');
  for (const parse of isoParsers) {
    const parts = parse(local);
    if (parts) return toInstant(parts, zone);
  }
  return undefined;
}

function withoutTime(format: string): string {
  return format.replace(/[\s,T'-]*[Hh].*/, '');
}

/** Whether a format can be written and parsed again: it has day, month and year, and each token only once. */
export function isDateFormat(format: string): boolean {
  if (format.length > maxDateFormatLength) return false;
  const pattern = parsePattern(format);
  return pattern !== undefined && isComplete(pattern) && roundTrips(pattern);
}

// A format without separators, such as `dMyyyy`, or with an hour but no `a`, is ambiguous.
function roundTrips(pattern: Pattern): boolean {
  const parse = createParser(pattern);
  const noTime = { hour: 0, minute: 0, second: 0 };
  const dates = [
    { day: 2, month: 1, year: 2023, ...noTime },
    { day: 23, month: 11, year: 2023, ...noTime },
  ];
  return dates.every((date) => {
    const parsed = parse(write(pattern, date));
    return JSON.stringify(parsed) === JSON.stringify(date);
  });
}
