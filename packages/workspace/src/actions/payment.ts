import { type JsonObject, own } from '../json.ts';
import { type Drop, drop } from '../remark.ts';
import { amountPattern, paymentCurrencies, paymentStatuses } from '../spec-values.ts';
import { labelOf, quote } from '../words.ts';

/** What telecrm keeps of a payment, beside its type. */
export interface Payment {
  readonly [key: string]: unknown;
  readonly status: string;
  readonly currency: string;
  readonly amount: string;
}

/** The keys of a payment that never change, `paymentid` among them though nothing takes it as an input. */
export const immutableKeys: readonly string[] = ['amount', 'currency', 'paymentid'];

/** Reads a payment to create: all its keys are required, and stand beside `type`. */
export function readPayment(
  entry: JsonObject,
  at: string,
): { payment: Payment | undefined; drops: Drop[] } {
  const [status, currency, amount] = ['status', 'currency', 'amount'].map((key) => own(entry, key));
  const wrong = [
    misfit('status', status, oneOfProblem('status', status, paymentStatuses)),
    misfit('currency', currency, oneOfProblem('currency', currency, paymentCurrencies)),
    misfit('amount', amount, amountProblem(amount)),
  ].filter((problem) => problem !== undefined);
  const nested = own(entry, 'fields') !== undefined;
  // The docs put a payment's keys under `fields` in remarks, although they are not there in the request.
  const drops = wrong.map(({ key, remark, fix }) =>
    drop(
      `${at}.fields.${key}`,
      remark,
      nested ? `${fix}, beside \`type\` and not under fields` : fix,
    ),
  );
  for (const key of Object.keys(entry)) {
    if (!['type', 'status', 'currency', 'amount'].includes(key)) drops.push(strayKey(at, key));
  }
  if (wrong.length > 0) return { payment: undefined, drops };
  // Without a problem all three are strings.
  return { payment: { status, currency, amount } as Payment, drops };
}

interface KeyProblem {
  remark: string;
  fix: string;
}

/** What is wrong with the status of a payment, if anything. */
export function statusProblem(status: unknown): KeyProblem | undefined {
  return oneOfProblem('status', status, paymentStatuses);
}

function misfit(key: string, value: unknown, problem: KeyProblem | undefined) {
  if (problem === undefined) return undefined;
  return value === undefined
    ? { key, remark: `${labelOf(key)} is required`, fix: problem.fix }
    : { key, ...problem };
}

function oneOfProblem(
  key: string,
  value: unknown,
  allowed: readonly string[],
): KeyProblem | undefined {
  if (allowed.some((one) => one === value)) return undefined;
  const list = allowed.join(', ');
  return {
    remark: `Invalid ${key}. Allowed values: ${list}`,
    fix: 'send one of them, in capitals',
  };
}

function amountProblem(amount: unknown): KeyProblem | undefined {
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

function strayKey(at: string, key: string): Drop {
  const remark = `${quote(key)} is not a key of a payment`;
  const fix = 'a payment has type, status, currency and amount, all side by side';
  return drop(`${at}.fields.${key}`, remark, fix);
}
