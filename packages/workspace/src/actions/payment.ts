import { amountPattern, paymentCurrencies, paymentStatuses } from '../generated/spec-values.ts';
import { getOwn, type JsonObject } from '../json/json.ts';
import { type DroppedValue, droppedValue } from '../results/dropped-value.ts';
import { fieldLabel, quoteName } from '../text/format.ts';

/** The stored keys of a payment, in addition to its type. */
export interface Payment {
  readonly [key: string]: unknown;
  readonly status: string;
  readonly currency: string;
  readonly amount: string;
  /** The external payment ID. */
  readonly paymentid?: string;
}

/** The keys of a payment that never change. */
export const immutableKeys: readonly string[] = ['amount', 'currency', 'paymentid'];

/**
 * Parses a payment to create: `status`, `currency` and `amount` are required in addition to `type`. No page lists `paymentid`
 * as a key to send; it is accepted because one page says that the external payment ID cannot change after creation.
 */
export function parsePayment(
  entry: JsonObject,
  at: string,
): { payment: Payment | undefined; dropped: DroppedValue[] } {
  const [status, currency, amount] = ['status', 'currency', 'amount'].map((key) =>
    getOwn(entry, key),
  );
  const wrong = [
    invalidValue('status', status, oneOfProblem('status', status, paymentStatuses)),
    invalidValue('currency', currency, oneOfProblem('currency', currency, paymentCurrencies)),
    invalidValue('amount', amount, amountProblem(amount)),
  ].filter((problem) => problem !== undefined);
  const nested = getOwn(entry, 'fields') !== undefined;
  // Remarks name a payment's keys under `fields`, although the request has them next to `type`.
  const dropped = wrong.map(({ key, remark, fix }) =>
    droppedValue(
      `${at}.fields.${key}`,
      remark,
      nested ? `${fix}, next to \`type\` and not under fields` : fix,
    ),
  );
  const paymentid = getOwn(entry, 'paymentid');
  const known = ['type', 'status', 'currency', 'amount', 'paymentid'];
  for (const key of Object.keys(entry)) if (!known.includes(key)) dropped.push(unknownKey(at, key));
  if (paymentid !== undefined && typeof paymentid !== 'string') {
    dropped.push(
      droppedValue(`${at}.fields.paymentid`, '`paymentid` must be a string', 'send it in quotes'),
    );
  }
  if (wrong.length > 0) return { payment: undefined, dropped };
  // If there are no problems, all three are strings.
  const payment = { status, currency, amount } as Payment;
  return { payment: typeof paymentid === 'string' ? { ...payment, paymentid } : payment, dropped };
}

interface PaymentProblem {
  remark: string;
  fix: string;
}

/** The problem with the status of a payment, if any. */
export function statusProblem(status: unknown): PaymentProblem | undefined {
  return oneOfProblem('status', status, paymentStatuses);
}

/** The problem with the value of each key of a payment, if any. */
export const paymentProblems: Readonly<
  Record<string, (value: unknown) => PaymentProblem | undefined>
> = {
  status: statusProblem,
  currency: (value) => oneOfProblem('currency', value, paymentCurrencies),
  amount: amountProblem,
  paymentid: (value) =>
    typeof value === 'string'
      ? undefined
      : { remark: '`paymentid` must be a string', fix: 'send it in quotes' },
};

function invalidValue(key: string, value: unknown, problem: PaymentProblem | undefined) {
  if (problem === undefined) return undefined;
  return value === undefined
    ? { key, remark: `${fieldLabel(key)} is required`, fix: problem.fix }
    : { key, ...problem };
}

function oneOfProblem(
  key: string,
  value: unknown,
  allowed: readonly string[],
): PaymentProblem | undefined {
  if (allowed.some((one) => one === value)) return undefined;
  const list = allowed.join(', ');
  return {
    remark: `Invalid ${key}. Allowed values: ${list}`,
    fix: 'send one of them, in capitals',
  };
}

function amountProblem(amount: unknown): PaymentProblem | undefined {
  const plain = typeof amount === 'string' && amountPattern.test(amount);
  if (plain && /[1-9]/.test(amount)) return undefined;
  if (plain || (typeof amount === 'string' && amountPattern.test(amount.replace(/^-/, '')))) {
    return { remark: 'Amount must be greater than 0', fix: 'send an amount such as "5000"' };
  }
  const fix = Number.isFinite(amount)
    ? `send "${amount}" in quotes`
    : 'send digits in quotes, "5000"';
  return { remark: 'Amount must be a numeric string', fix };
}

function unknownKey(at: string, key: string): DroppedValue {
  const remark = `${quoteName(key)} is not a key of a payment`;
  const fix = 'send only type, status, currency and amount';
  return droppedValue(`${at}.fields.${key}`, remark, fix);
}
