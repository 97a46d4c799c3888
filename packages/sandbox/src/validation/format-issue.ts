import { describeSchema } from './describe-schema.ts';
import type { RequestSchema } from './request-schema.ts';
import type { ValidationIssue } from './validation-issue.ts';

/** An issue as a sentence: the path, the problem and the fix, but never the value that was sent. */
export function formatIssue(issue: ValidationIssue): string {
  return `${formatPath(issue.path)} ${problemAndFix(issue)}.`;
}

function problemAndFix({ keyword, schema, given }: ValidationIssue): string {
  switch (keyword) {
    case 'required':
      return `is missing: add ${describeSchema(schema)}`;
    case 'additionalProperties':
      return `is not known here: remove it (known: ${keysOf(schema)})`;
    case 'empty':
      return `is empty: leave it out or send ${describeSchema(schema)}`;
    case 'repeated':
      return 'is there more than once: send it once';
    case 'encoding':
      return 'is not percent-encoded properly: write a literal % as %25';
    case 'nul':
      return 'holds a NUL character: remove it';
    case 'type':
      return `is ${describeType(given)}: send ${describeSchema(schema)}`;
    case 'minProperties':
    case 'minItems':
    case 'minLength':
      return `is too short: send ${describeSchema(schema)}`;
    case 'maxProperties':
    case 'maxItems':
    case 'maxLength':
      return `is too long: send ${describeSchema(schema)}`;
    case 'minimum':
    case 'maximum':
    case 'exclusiveMinimum':
    case 'exclusiveMaximum':
      return `is out of range: send ${describeSchema(schema)}`;
    default:
      return `is not allowed here: send ${describeSchema(schema)}`;
  }
}

// A key comes from the request and may be any text, so it is truncated and sanitized.
function formatPath(path: readonly string[]): string {
  const [root = '', ...keys] = path;
  const steps = keys.map((key) => (/^\d+$/.test(key) ? `[${key}]` : `.${clean(key)}`));
  return root + steps.join('');
}

function clean(key: string): string {
  const visible = key.replace(/[^\p{L}\p{N}\p{P}\p{S} ]/gu, '?');
  return visible.length > 60 ? `${visible.slice(0, 60)}…` : visible;
}

function describeType(value: unknown): string {
  if (value === null) return 'null';
  if (Array.isArray(value)) return 'an array';
  return typeof value === 'object' ? 'an object' : `a ${typeof value}`;
}

function keysOf(schema: RequestSchema): string {
  return Object.keys(schema.properties ?? {}).join(', ');
}
