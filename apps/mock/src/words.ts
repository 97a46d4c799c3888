import type { Complaint, Schema } from './complaint.ts';
import { wanted } from './wanted.ts';

/** A complaint as a sentence: the place, the problem, the fix; never the value that was sent. */
export function sentence(complaint: Complaint): string {
  return `${placeName(complaint.place)} ${problemAndFix(complaint)}.`;
}

function problemAndFix({ keyword, schema, given }: Complaint): string {
  switch (keyword) {
    case 'required':
      return `is missing: add ${wanted(schema)}`;
    case 'additionalProperties':
      return `is not known here: remove it (known: ${keysOf(schema)})`;
    case 'empty':
      return `is empty: leave it out or send ${wanted(schema)}`;
    case 'repeated':
      return 'is there more than once: send it once';
    case 'encoding':
      return 'is not percent-encoded properly: write a literal % as %25';
    case 'nul':
      return 'holds a NUL character: remove it';
    case 'type':
      return `is ${kindOf(given)}: send ${wanted(schema)}`;
    case 'minProperties':
    case 'minItems':
    case 'minLength':
      return `is too short: send ${wanted(schema)}`;
    case 'maxProperties':
    case 'maxItems':
    case 'maxLength':
      return `is too long: send ${wanted(schema)}`;
    case 'minimum':
    case 'maximum':
    case 'exclusiveMinimum':
    case 'exclusiveMaximum':
      return `is out of range: send ${wanted(schema)}`;
    default:
      return `is not a value this takes: send ${wanted(schema)}`;
  }
}

// A key is the caller's own word and may be anything, so that it is cut and cleaned.
function placeName(place: readonly string[]): string {
  const [root = '', ...keys] = place;
  const steps = keys.map((key) => (/^\d+$/.test(key) ? `[${key}]` : `.${clean(key)}`));
  return root + steps.join('');
}

function clean(key: string): string {
  const visible = key.replace(/[^\p{L}\p{N}\p{P}\p{S} ]/gu, '?');
  return visible.length > 60 ? `${visible.slice(0, 60)}…` : visible;
}

function kindOf(value: unknown): string {
  if (value === null) return 'null';
  if (Array.isArray(value)) return 'an array';
  return typeof value === 'object' ? 'an object' : `a ${typeof value}`;
}

function keysOf(schema: Schema): string {
  return Object.keys(schema.properties ?? {}).join(', ');
}
