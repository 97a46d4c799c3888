import { getOwn, isInstant, isObject } from '../json/json.ts';
import { describeType, formatList } from '../text/format.ts';
import { nearest } from '../text/nearest.ts';

/** Something in a definition that cannot be used. */
export interface DefinitionProblem {
  /** Where it is: `customFields[0].type`. */
  field: string;
  /** What is wrong with it: “is not a field type”. */
  problem: string;
  /** What to do: “send one of `text`, …”. */
  fix: string;
}

/** Takes a value out of untrusted JSON, or notes why not and gives nothing. */
export type Check<T> = (value: unknown, at: string, problems: DefinitionProblem[]) => T | undefined;

type Checked<C> = C extends Check<infer T> ? T : never;
type Checks = Readonly<Record<string, Check<unknown>>>;
type Shape<R extends Checks, O extends Checks> = { readonly [K in keyof R]: Checked<R[K]> } & {
  readonly [K in keyof O]?: Checked<O[K]>;
};

/** A check by a function that gives the value it takes, or nothing. */
export function take<T>(read: (value: unknown) => T | undefined, fix: string): Check<T> {
  return (value, at, problems) => {
    const taken = read(value);
    if (taken === undefined) {
      const problem = value === undefined ? 'is missing' : `is not right (${describeType(value)})`;
      problems.push({ field: at, problem, fix });
    }
    return taken;
  };
}

export const text = take(
  (value) => (typeof value === 'string' && value.trim() !== '' ? value : undefined),
  'send a non-empty string',
);
export const whole = take(
  (value) => (isInstant(value) && value >= 0 ? value : undefined),
  'send a whole number that is not negative',
);
export const decimal = take(
  (value) => (Number.isFinite(value) ? Number(value) : undefined),
  'send a number',
);
export const flag = take(
  (value) => (typeof value === 'boolean' ? value : undefined),
  'send true or false',
);

export function oneOf(values: readonly string[]): Check<string> {
  return take(
    (value) => values.find((known) => known === value),
    `send one of ${formatList(values, values.length)}`,
  );
}

/** A check that also takes `null`. */
export function orNull<T>(check: Check<T>): Check<T | null> {
  return (value, at, problems) => (value === null ? null : check(value, at, problems));
}

export function listOf<T>(check: Check<T>): Check<readonly T[]> {
  return (value, at, problems) => {
    if (!Array.isArray(value)) {
      problems.push({ field: at, problem: otherThan(value), fix: 'send an array' });
      return undefined;
    }
    const items = value.map((item, index) => check(item, `${at}[${index}]`, problems));
    return items.filter((item) => item !== undefined);
  };
}

export function object<R extends Checks, O extends Checks>(
  required: R,
  optional: O,
): Check<Shape<R, O>> {
  const known = new Map(Object.entries({ ...required, ...optional }));
  return (value, at, problems) => {
    if (!isObject(value)) {
      problems.push({ field: at, problem: otherThan(value), fix: 'send an object' });
      return undefined;
    }
    const before = problems.length;
    const path = (key: string) => (at === '' ? key : `${at}.${key}`);
    for (const key of Object.keys(value)) {
      if (!known.has(key)) problems.push(unknownKey(path(key), key, [...known.keys()]));
    }
    const entries: [string, unknown][] = [];
    for (const [key, check] of known) {
      const sent = getOwn(value, key);
      if (sent === undefined && Object.hasOwn(optional, key)) continue;
      entries.push([key, check(sent, path(key), problems)]);
    }
    if (problems.length > before) return undefined;
    // Without a problem, each check has given what its type says.
    return Object.fromEntries(entries) as Shape<R, O>;
  };
}

/** What a value is that should be a list or an object. */
export function otherThan(value: unknown): string {
  return value === undefined ? 'is missing' : `is ${describeType(value)}`;
}

function unknownKey(field: string, key: string, known: readonly string[]): DefinitionProblem {
  const meant = nearest(key, known);
  const fix = meant
    ? `did you mean \`${meant}\`?`
    : `remove it; known are ${formatList(known, 20)}`;
  return { field, problem: 'is not known', fix };
}
