import { tzOffset } from '@date-fns/tz/tzOffset';
import type { DateParts } from './tokens.ts';

export function isTimeZone(zone: string): boolean {
  try {
    // Throws for an unknown zone.
    return new Intl.DateTimeFormat('en-US', { timeZone: zone }) instanceof Intl.DateTimeFormat;
  } catch {
    return false;
  }
}

/**
 * The instant of a local time. A time that a clock change skips is moved forward; if a time occurs twice, either
 * instant is returned.
 */
export function toInstant(parts: DateParts, zone: string): number {
  const local = asUtc(parts);
  const guess = local - offsetAt(local, zone);
  const corrected = local - offsetAt(guess, zone);
  if (corrected === guess) return guess;
  const again = local - offsetAt(corrected, zone);
  return again === corrected ? corrected : Math.max(again, corrected);
}

/** The local time of an instant. */
export function toLocal(instant: number, zone: string): DateParts {
  const date = new Date(instant + offsetAt(instant, zone));
  return {
    day: date.getUTCDate(),
    month: date.getUTCMonth() + 1,
    year: date.getUTCFullYear(),
    hour: date.getUTCHours(),
    minute: date.getUTCMinutes(),
    second: date.getUTCSeconds(),
  };
}

function offsetAt(instant: number, zone: string): number {
  return Math.round(tzOffset(zone, new Date(instant)) * 60_000);
}

function asUtc({ year, month, day, hour, minute, second }: DateParts): number {
  const date = new Date(0);
  // `Date.UTC` interprets the years 0 to 99 as 1900 to 1999.
  date.setUTCFullYear(year, month - 1, day);
  return date.setUTCHours(hour, minute, second);
}
