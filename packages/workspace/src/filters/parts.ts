import type { DateFormat } from '../fields/index.ts';
import { isInstant, isObject, own } from '../json.ts';
import { comparable, type Span } from '../store/index.ts';
import { kindOf, quote } from '../words.ts';

/** A condition that cannot be read, in words. */
export class UnreadableFilter extends Error {}

/** A span of time: each end is Unix time in milliseconds or text in the workspace's format, and may be left out. */
export function readSpan(value: unknown, dates: DateFormat, name: string): Span {
  if (!isObject(value)) {
    throw new UnreadableFilter(`${name} must be an object with from and to, not ${kindOf(value)}`);
  }
  onlyKeys(value, ['from', 'to'], name);
  const [from, to] = ['from', 'to'].map((end) => readEnd(own(value, end), dates, `${name}.${end}`));
  return { ...(from !== undefined && { from }), ...(to !== undefined && { to }) };
}

function readEnd(value: unknown, dates: DateFormat, name: string): number | undefined {
  if (value === undefined || isInstant(value)) return value;
  const instant = typeof value === 'string' ? dates.read(value) : undefined;
  if (instant !== undefined) return instant;
  const example = dates.write(Date.UTC(2026, 3, 1));
  throw new UnreadableFilter(`${name} must be Unix time in milliseconds or a date like ${example}`);
}

/** One string or several, in the form in which values are compared. */
export function readStrings(value: unknown, name: string): string[] {
  const values: unknown[] = Array.isArray(value) ? value : [value];
  return values.map((one) => {
    if (typeof one === 'string') return comparable(one);
    throw new UnreadableFilter(`${name} must be a string or an array of strings`);
  });
}

/** Ignoring a condition would find more than was asked for, so that one nobody knows is refused. */
export function onlyKeys(value: object, known: readonly string[], name: string): void {
  const stray = Object.keys(value).find((key) => !known.includes(key));
  if (stray === undefined) return;
  throw new UnreadableFilter(`${name} does not know ${quote(stray)}, only ${known.join(', ')}`);
}
