import { type Amount, isAmount } from './amount.ts';

/**
 * Formats the amount of a payment for the API: a string, rounded to two decimals.
 *
 * @throws RangeError if it is not above zero, or too large to have two exact decimals.
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
  // Above this, a number cannot represent every second decimal.
  const amount = `${rounded}`;
  if (rounded > 0 && rounded < 2 ** 43 && isAmount(amount)) return amount;
  throw new RangeError(
    `${value} is not an amount: it must be above 0 and small enough to have two exact decimals`,
  );
}
