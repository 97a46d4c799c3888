import type { WorkspaceRules } from '../context/rules.ts';
import { type Field, type FieldRules, type FieldType, fieldTypes } from '../fields/index.ts';
import { nearest } from '../text/nearest.ts';
import { instantsOf } from './instants.ts';

/** The context for correcting a value. */
export interface CorrectionRules {
  readonly rules: WorkspaceRules;
  readonly fieldRules: FieldRules;
}

/** Converts a value that telecrm does not store into one that it does, or `undefined` if no conversion is valid. */
export function correctValue(value: unknown, field: Field, context: CorrectionRules): unknown {
  return candidatesOf(value, field, context).find((candidate) =>
    isStored(candidate, field, context.fieldRules),
  );
}

/**
 * Whether a value would be stored in a field. A label in another letter case would become a new option, so it counts as
 * not stored.
 */
export function isStored(value: unknown, field: Field, rules: FieldRules): boolean {
  const result = fieldTypes[field.type](value, rules);
  if (!result.ok || result.stored === null) return false;
  return field.type !== 'dropdown' || sameLabel(value, field.options) === undefined;
}

/** Whether a value is empty. */
export function isEmpty(value: unknown): boolean {
  return value === null || (typeof value === 'string' && value.trim() === '');
}

type Candidates = (text: string, field: Field, context: CorrectionRules) => unknown[];

/** Possible meanings of a text, by field type, most likely first. Numbers and booleans are converted to text first. */
const candidates: Readonly<Record<FieldType, Candidates>> = {
  text: (text) => [text],
  email: emails,
  phone: (text) => [text, digitsOf(text)],
  number: (text) => numerals(text).map(Number),
  rating: (text) => numerals(text).map(Number),
  money: numerals,
  date: (text, _field, { rules }) => instantsOf(text, rules),
  dropdown: (text, { options }) => [sameLabel(text, options), text],
  status: (text, _field, { fieldRules }) => labels(text, fieldRules.statuses),
  lostReason: (text, _field, { fieldRules }) => labels(text, fieldRules.lostReasons),
  tags: (text) => [tagsOf(text.split(/[,;|]/))],
  website: links,
  medialink: links,
  activeUsers: emails,
};

function candidatesOf(value: unknown, field: Field, context: CorrectionRules): unknown[] {
  if (Array.isArray(value)) {
    if (field.type === 'tags') return [tagsOf(value.filter(isScalar).map(String))];
    // An array with a single value is treated as that value.
    return value.length === 1 ? candidatesOf(value[0], field, context) : [];
  }
  if (!isScalar(value)) return [];
  const found = candidates[field.type](String(value).trim(), field, context);
  return [...(value === String(value) ? [] : [String(value)]), ...found];
}

function isScalar(value: unknown): value is string | number | boolean {
  return ['string', 'number', 'boolean'].includes(typeof value);
}

/** The address without its surroundings, and the address of the team member with this name. */
function emails(text: string, _field: Field, { rules }: CorrectionRules): unknown[] {
  const [, inBrackets] = /<([^<>]+)>$/.exec(text) ?? [];
  const named = rules.definition.teamMembers.filter(
    ({ name, status }) => status !== 'Deleted' && name.toLowerCase() === text.toLowerCase(),
  );
  return [
    inBrackets?.trim() ?? text.replace(/^mailto:/i, ''),
    named.length === 1 ? named[0]?.email : undefined,
  ];
}

function links(text: string): string[] {
  return [text, `https://${text}`];
}

/** The digits of a phone number; `undefined` for a text that contains anything else. */
function digitsOf(text: string): string | undefined {
  const [, number] =
    /^(?:(?:tel|phone|ph|mobile|mob|whatsapp)[\s.:]*)?(\+?[\d\s().\-/]+)$/i.exec(text) ?? [];
  return number?.replace(/(?!^)\D|^[^+\d]/g, '').replace(/^00/, '+');
}

/** A number without its currency and its thousands separators, `1,20,000` as well as `120,000`. */
export function numerals(text: string): string[] {
  const plain = text.replace(/^(?:₹|rs\.?|inr|\$|€|£)\s*/i, '').replace(/\/-$/, '');
  if (/^-?\d{1,3}(?:,\d{2,3})*,\d{3}(?:\.\d+)?$/.test(plain)) return [plain.replaceAll(',', '')];
  return /^-?\d+(?:\.\d+)?$/.test(plain) ? [plain] : [];
}

/** The option that differs only in its letter case or in surrounding spaces. */
function sameLabel(value: unknown, options: readonly string[] = []): string | undefined {
  if (typeof value !== 'string' || options.includes(value)) return undefined;
  const normalized = value.trim().toLowerCase();
  return options.find((option) => option.toLowerCase() === normalized);
}

function labels(text: string, known: ReadonlySet<string>): unknown[] {
  return [sameLabel(text, [...known]), nearest(text, known)];
}

function tagsOf(labels: readonly string[]): string[] {
  const trimmed = labels.map((label) => label.trim()).filter((label) => label !== '');
  return [...new Set(trimmed)];
}
