import { tzOffset } from '@date-fns/tz/tzOffset';
import type { DateParts } from './tokens.ts';

export function isTimeZone(zone: string): boolean {
  try {
    // Throws at a zone that it does not know.
    return new Intl.DateTimeFormat('en-US', { timeZone: zone }) instanceof Intl.DateTimeFormat;
  } catch {
    return false;
  }
}

/** The instant of a local time. One that a change of the clocks skips is moved on; of two, either is meant. */
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
  // `Date.UTC` takes the years 0 to 99 for those of the last century.
  date.setUTCFullYear(year, month - 1, day);
  return date.setUTCHours(hour, minute, second);
}
