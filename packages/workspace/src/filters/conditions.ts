import type { DateFormat } from '../fields/index.ts';
import { getOwn, isInstant, isObject } from '../json/json.ts';
import { comparable, type TimeRange } from '../store/index.ts';
import { describeType, quoteName } from '../text/format.ts';

/** An invalid filter. The message says which condition is wrong. */
export class FilterError extends Error {}

/** A time range: each bound is Unix time in milliseconds or a date in the workspace's format, and is optional. */
export function parseTimeRange(value: unknown, dates: DateFormat, name: string): TimeRange {
  if (!isObject(value)) {
    throw new FilterError(`${name} must be an object with from and to, not ${describeType(value)}`);
  }
  assertKnownKeys(value, ['from', 'to'], name);
  const [from, to] = ['from', 'to'].map((end) =>
    parseBound(getOwn(value, end), dates, `${name}.${end}`),
  );
  return { ...(from !== undefined && { from }), ...(to !== undefined && { to }) };
}

function parseBound(value: unknown, dates: DateFormat, name: string): number | undefined {
  if (value === undefined || isInstant(value)) return value;
  const instant = typeof value === 'string' ? dates.read(value) : undefined;
  if (instant !== undefined) return instant;
  const example = dates.write(Date.UTC(2026, 3, 1));
  throw new FilterError(`${name} must be Unix time in milliseconds or a date like ${example}`);
}

/** The maximum number of values in a condition. */
const maxValues = 1000;

/** A value or an array of values, as an array. */
export function parseList(value: unknown, name: string): unknown[] {
  if (!Array.isArray(value)) return [value];
  if (value.length <= maxValues) return value;
  throw new FilterError(`${name} must have at most ${maxValues} values, not ${value.length}`);
}

/** A string or an array of strings, normalized for comparison. */
export function parseStrings(value: unknown, name: string): string[] {
  return parseList(value, name).map((one) => {
    if (typeof one === 'string') return comparable(one);
    throw new FilterError(`${name} must be a string or an array of strings`);
  });
}

/** Rejects unknown conditions: ignoring one would return more than was requested. */
export function assertKnownKeys(value: object, known: readonly string[], name: string): void {
  const unknownKey = Object.keys(value).find((key) => !known.includes(key));
  if (unknownKey === undefined) return;
  throw new FilterError(
    `${name} does not support ${quoteName(unknownKey)}, only ${known.join(', ')}`,
  );
}
