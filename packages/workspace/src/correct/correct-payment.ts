import { paymentProblems } from '../actions/payment.ts';
import { isObject, type JsonObject } from '../json/json.ts';
import { numerals } from './correct-value.ts';
import { changedTo, type ReportCorrection } from './correction.ts';

/**
 * Corrects a payment, whose keys are next to `type`.
 *
 * @param rest The entry without its type.
 */
export function correctPayment(
  rest: JsonObject,
  path: string,
  report: ReportCorrection,
): JsonObject {
  const payment = new Map(Object.entries(rest));
  const nested = payment.get('fields');
  if (isObject(nested)) {
    const [moved, left] = [new Map<string, unknown>(), new Map<string, unknown>()];
    for (const [key, value] of Object.entries(nested)) {
      const isFree = Object.hasOwn(paymentProblems, key) && !payment.has(key);
      (isFree ? moved : left).set(key, value);
    }
    if (left.size === 0) payment.delete('fields');
    else payment.set('fields', Object.fromEntries(left));
    if (left.size === 0 || moved.size > 0) report(`${path}.fields.fields`, 'unwrapped');
    for (const [key, value] of moved) {
      payment.set(key, value);
      report(`${path}.fields.${key}`, 'moved next to `type`');
    }
  }
  for (const [key, problemOf] of Object.entries(paymentProblems)) {
    const value = payment.get(key);
    if (!payment.has(key) || problemOf(value) === undefined) continue;
    const right = candidatesOf(value).find((candidate) => problemOf(candidate) === undefined);
    if (right === undefined) continue;
    payment.set(key, right);
    report(`${path}.fields.${key}`, changedTo(right));
  }
  return Object.fromEntries(payment);
}

function candidatesOf(value: unknown): string[] {
  if (typeof value !== 'string' && typeof value !== 'number') return [];
  const text = String(value).trim();
  return [text, text.toUpperCase(), ...numerals(text)];
}
