import { paymentProblems } from '../actions/payment.ts';
import { isObject, type JsonObject } from '../json/json.ts';
import { numerals } from './correct-value.ts';
import { changedTo, type NoteCorrection } from './correction.ts';

/**
 * Corrects a payment, whose keys are beside `type`.
 *
 * @param rest The entry without its type.
 */
export function correctPayment(rest: JsonObject, at: string, note: NoteCorrection): JsonObject {
  const payment = new Map(Object.entries(rest));
  const nested = payment.get('fields');
  if (isObject(nested)) {
    const [lifted, left] = [new Map<string, unknown>(), new Map<string, unknown>()];
    for (const [key, value] of Object.entries(nested)) {
      const isFree = Object.hasOwn(paymentProblems, key) && !payment.has(key);
      (isFree ? lifted : left).set(key, value);
    }
    if (left.size === 0) payment.delete('fields');
    else payment.set('fields', Object.fromEntries(left));
    if (left.size === 0 || lifted.size > 0) note(`${at}.fields.fields`, 'unwrapped');
    for (const [key, value] of lifted) {
      payment.set(key, value);
      note(`${at}.fields.${key}`, 'moved beside `type`');
    }
  }
  for (const [key, problemOf] of Object.entries(paymentProblems)) {
    const value = payment.get(key);
    if (!payment.has(key) || problemOf(value) === undefined) continue;
    const right = candidatesOf(value).find((candidate) => problemOf(candidate) === undefined);
    if (right === undefined) continue;
    payment.set(key, right);
    note(`${at}.fields.${key}`, changedTo(right));
  }
  return Object.fromEntries(payment);
}

function candidatesOf(value: unknown): string[] {
  if (typeof value !== 'string' && typeof value !== 'number') return [];
  const text = String(value).trim();
  return [text, text.toUpperCase(), ...numerals(text)];
}
