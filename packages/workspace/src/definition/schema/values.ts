import * as v from 'valibot';
import { isEmail } from '../../fields/index.ts';
import { formatList } from '../../text/format.ts';
import { invalid } from './messages.ts';

/** A string that is not blank. */
export function text(max: number) {
  const message = invalid('send a non-empty string');
  return v.pipe(
    v.string(message),
    v.regex(/\S/, message),
    v.maxLength(max, `is too long: send at most ${max} characters`),
  );
}

/** A name or label. */
export const label = text(200);

export const description = text(2000);

export const flag = v.boolean(invalid('send true or false'));

const integerMessage = invalid('send a whole number that is not negative');

/** A whole number that is not negative. */
export const count = v.pipe(
  v.number(integerMessage),
  v.integer(integerMessage),
  v.minValue(0, integerMessage),
  v.maxValue(Number.MAX_SAFE_INTEGER, integerMessage),
);

/** Unix time in milliseconds. */
export const timestamp = v.pipe(count, v.maxValue(8.64e15, integerMessage));

const numberMessage = invalid('send a number');
export const decimal = v.pipe(v.number(numberMessage), v.finite(numberMessage));

const emailMessage = invalid('send an email address');
export const emailAddress = v.pipe(
  v.string(emailMessage),
  v.maxLength(254, emailMessage),
  v.check(isEmail, emailMessage),
);

const dayMessage = invalid('send a day such as 2025-01-01');
export const day = v.pipe(
  v.string(dayMessage),
  v.isoDate(dayMessage),
  v.check(isCalendarDay, dayMessage),
);

/** One of several strings. */
export function oneOf<const Values extends readonly string[]>(values: Values) {
  return v.picklist(values, invalid(`send one of ${formatList(values, values.length)}`));
}

// `Date` converts a day that does not exist into another one.
function isCalendarDay(value: string): boolean {
  const date = new Date(`${value}T00:00:00Z`);
  return !Number.isNaN(date.getTime()) && date.toISOString().slice(0, 10) === value;
}
