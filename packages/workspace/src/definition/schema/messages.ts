import type * as v from 'valibot';
import { describeType, formatList } from '../../text/format.ts';
import { nearest } from '../../text/nearest.ts';

/** A validation issue of Valibot. */
export type Issue = v.BaseIssue<unknown>;

/** The message of an invalid value: `is missing: …` or `is invalid (a string): …`, with the fix. */
export function invalid(fix: string): (issue: Issue) => string {
  return ({ input }) =>
    `${input === undefined ? 'is missing' : `is invalid (${describeType(input)})`}: ${fix}`;
}

/** The message of a value of the wrong JSON type: `is a number: …`, with the fix. */
export function wrongType(fix: string): (issue: Issue) => string {
  return ({ input }) =>
    `${input === undefined ? 'is missing' : `is ${describeType(input)}`}: ${fix}`;
}

/** The messages for an object's keys: an unknown key gets a suggestion, a missing one the message of its own schema. */
export function keyMessage(entries: v.ObjectEntries): (issue: Issue) => string {
  const known = Object.keys(entries).filter((key) => key !== '$schema');
  return (issue) => {
    if (issue.expected === 'never') return unknownKey(String(issue.input), known);
    const key = issue.path?.[0].key;
    const schema = typeof key === 'string' ? entries[key] : undefined;
    return schema ? missing(schema, issue) : wrongType('send an object')(issue);
  };
}

function unknownKey(key: string, known: readonly string[]): string {
  const meant = nearest(key, known);
  const fix = meant
    ? `did you mean \`${meant}\`?`
    : `remove it; known are ${formatList(known, 20)}`;
  return `is not known: ${fix}`;
}

function missing(schema: object, issue: Issue): string {
  if ('message' in schema && typeof schema.message === 'function') return schema.message(issue);
  return wrongType('send an object')(issue);
}
