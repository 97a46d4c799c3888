import { type Amount, isAmount } from './amount.ts';

/**
 * The amount of a payment, as the API takes it: text, rounded to two decimals.
 *
 * @throws RangeError when it is not above zero, or no number that can be written in digits.
 *
 * @example
 * ```ts
 * import { createSyncClient, formatAmount } from '@telecrm/client';
 *
 * const telecrm = createSyncClient();
 * const amount = formatAmount(499);
 * await telecrm.createActions({
 *   leadId: '603d2b2f9b1e8a001c8e4f5c',
 *   body: { actions: [{ type: 'PAYMENT', status: 'COMPLETED', currency: 'INR', amount }] },
 * });
 * ```
 */
export function formatAmount(value: number): Amount {
  const rounded = Math.round(value * 100) / 100;
  // Above this, a number has no room left for its cents.
  const amount = `${rounded}`;
  if (rounded > 0 && rounded < 2 ** 43 && isAmount(amount)) return amount;
  throw new RangeError(`${value} is no amount: it must be a number above 0 that has all its cents`);
}
