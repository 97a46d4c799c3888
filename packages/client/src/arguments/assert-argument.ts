import { isObject } from '../request/body.ts';
import { describeType } from './describe-type.ts';

/**
 * Throws a TypeError unless an argument is valid. The message contains the type of the argument but not the argument
 * itself, which could be personal data or a token.
 *
 * @param rule What the argument must be: `options must be an object`.
 */
export function assertArgument(valid: boolean, rule: string, value: unknown): void {
  if (!valid) throw new TypeError(`${rule}, not ${describeType(value)}`);
}

/** Throws a TypeError unless the options of a call are an object. */
export function assertOptions(options: unknown): void {
  assertArgument(isObject(options), 'options must be an object', options);
}

/** Throws a TypeError if an argument is neither an `AbortSignal` nor missing. */
export function assertSignal(signal: unknown, name: string): void {
  const valid = !signal || (isObject(signal) && 'throwIfAborted' in signal);
  assertArgument(valid, `${name} must be an AbortSignal such as controller.signal`, signal);
}

/** Throws a RangeError if one of the options is not a number, or too small. */
export function assertAtLeast(min: number, options: Readonly<Record<string, unknown>>): void {
  for (const [name, value] of Object.entries(options)) {
    const number = Number(value);
    if (number >= min) continue;
    throw new RangeError(`${name} must be at least ${min}, not ${number}`);
  }
}
