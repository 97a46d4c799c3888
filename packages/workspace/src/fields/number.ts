import { ratings } from '../spec-values.ts';
import { kindOf } from '../words.ts';
import { misfit, type ReadField, store } from './reading.ts';

/** A JSON number, whole or decimal. */
export const readNumber: ReadField = (value, { label }) => {
  // JSON has no way to write -0 back.
  if (Number.isFinite(value)) return store(Number(value) + 0);
  const plain = typeof value === 'string' && value.trim() !== '' ? Number(value) : Number.NaN;
  return misfit(
    `${label} must be a number`,
    Number.isFinite(plain)
      ? `send ${plain} without quotes`
      : `send a number such as 156 instead of ${kindOf(value)}`,
  );
};

/**
 * An amount in the workspace's currency: a numeric string, unlike a number field. Whether telecrm takes a negative one
 * is not known; nothing documented speaks against it.
 */
export const readMoney: ReadField = (value, { label }) => {
  if (typeof value === 'string' && /^-?\d+(\.\d+)?$/.test(value)) return store(value);
  return misfit(
    `${label} must be a numeric string`,
    Number.isFinite(value)
      ? `send "${value}" in quotes`
      : 'send digits in quotes, such as "1000" or "499.50"',
  );
};

/** A whole number in the range that the spec gives for ratings. */
export const readRating: ReadField = (value, { label }) => {
  const { minimum, maximum } = ratings;
  if (Number.isInteger(value) && Number(value) >= minimum && Number(value) <= maximum) {
    return store(Number(value));
  }
  return misfit(
    `${label} must be between ${minimum} and ${maximum}`,
    typeof value === 'string' && /^\d$/.test(value)
      ? 'send a number, without quotes'
      : 'send a whole number, such as 3',
  );
};
