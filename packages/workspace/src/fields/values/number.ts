import { ratings } from '../../generated/spec-values.ts';
import { describeType } from '../../text/format.ts';
import { invalidValue, type ParseField, valid } from '../field-result.ts';

/** A JSON number, integer or decimal. */
export const parseNumber: ParseField = (value) => {
  // JSON cannot represent -0.
  if (Number.isFinite(value)) return valid(Number(value) + 0);
  const plain = typeof value === 'string' && value.trim() !== '' ? Number(value) : Number.NaN;
  return invalidValue(
    'must be a number',
    Number.isFinite(plain)
      ? `send ${plain} without quotes`
      : `send a number such as 156 instead of ${describeType(value)}`,
  );
};

/**
 * An amount in the workspace's currency: a numeric string, unlike a number field. Whether telecrm accepts a negative
 * amount is not known; the docs do not exclude it.
 */
export const parseMoney: ParseField = (value) => {
  if (typeof value === 'string' && /^-?\d+(\.\d+)?$/.test(value)) return valid(value);
  return invalidValue(
    'must be a numeric string',
    Number.isFinite(value)
      ? `send "${value}" in quotes`
      : 'send digits in quotes, such as "1000" or "499.50"',
  );
};

/** An integer in the range that the spec gives for ratings. */
export const parseRating: ParseField = (value) => {
  const { minimum, maximum } = ratings;
  if (Number.isInteger(value) && Number(value) >= minimum && Number(value) <= maximum) {
    return valid(Number(value));
  }
  return invalidValue(
    `must be between ${minimum} and ${maximum}`,
    typeof value === 'string' && /^\d$/.test(value)
      ? 'send a number, without quotes'
      : 'send a whole number, such as 3',
  );
};
