import type { Field, Fields } from '../fields/index.ts';
import { nearest } from '../text/nearest.ts';
import { type CorrectionRules, correctValue, isEmpty, isStored } from './correct-value.ts';
import { changedTo, leftOut, type ReportCorrection, renamedTo } from './correction.ts';

/** Searching for a similar name is slow, so the number of unknown fields to look up is limited. */
const maxLookups = 100;

/** The values to correct by name, and the known fields. */
interface FieldsToCorrect {
  readonly sent: ReadonlyMap<string, unknown>;
  readonly fields: Fields;
  /** The path of a field in the payload. */
  readonly pathOf: (name: string) => string;
}

/** Corrects names and values of a lead or an action. Parts that cannot be corrected are returned as sent. */
export function correctFields(
  { sent, fields, pathOf }: FieldsToCorrect,
  context: CorrectionRules,
  report: ReportCorrection,
): Map<string, unknown> {
  const corrected = new Map<string, unknown>();
  let lookups = 0;
  for (const [name, value] of sent) {
    const isKnown = fields.has(name);
    const meant =
      isKnown || lookups++ >= maxLookups ? name : (nearest(name, fields.keys()) ?? name);
    // Does not overwrite a value that already has the right name.
    const isFree = isKnown || (isEmpty(sent.get(meant) ?? null) && !corrected.has(meant));
    const field = isFree ? fields.get(meant) : undefined;
    if (field === undefined) {
      corrected.set(name, value);
      continue;
    }
    const isRight = isStored(value, field, context.fieldRules);
    const right = isRight ? value : correctValue(value, field, context);
    if (right !== undefined && (isKnown || isOption(right, field))) {
      corrected.set(meant, right);
      const done = [...(isKnown ? [] : [renamedTo(meant)]), ...(isRight ? [] : [changedTo(right)])];
      if (done.length > 0) report(pathOf(name), done.join(' and '));
    } else if (isEmpty(value)) report(pathOf(name), leftOut);
    else corrected.set(name, value);
  }
  return corrected;
}

/**
 * A dropdown accepts any label, so only a value that is one of its options shows that an unknown name means this field.
 */
function isOption(value: unknown, { type, options = [] }: Field): boolean {
  return type !== 'dropdown' || options.some((option) => option === value);
}
