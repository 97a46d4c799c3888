import type { Field, Fields } from '../fields/index.ts';
import { nearest } from '../text/nearest.ts';
import { type CorrectionRules, correctValue, isEmpty, isStored } from './correct-value.ts';
import { changedTo, leftOut, type NoteCorrection, renamedTo } from './correction.ts';

/** Searching for a similar name is slow, so the number of unknown fields that are looked up is limited. */
const maxLookups = 100;

/** The values to correct by name, the known fields, and the place in the payload. */
interface Given {
  readonly sent: ReadonlyMap<string, unknown>;
  readonly fields: Fields;
  /** The place of a field in the payload. */
  readonly placeOf: (name: string) => string;
}

/** Corrects names and values of a lead or an action. What cannot be corrected is returned as it was sent. */
export function correctFields(
  { sent, fields, placeOf }: Given,
  context: CorrectionRules,
  note: NoteCorrection,
): Map<string, unknown> {
  const corrected = new Map<string, unknown>();
  let lookups = 0;
  for (const [name, value] of sent) {
    const isKnown = fields.has(name);
    const meant =
      isKnown || lookups++ >= maxLookups ? name : (nearest(name, fields.keys()) ?? name);
    // A value that already has the right name is not overwritten.
    const isFree = isKnown || !(sent.has(meant) || corrected.has(meant));
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
      if (done.length > 0) note(placeOf(name), done.join(' and '));
    } else if (isEmpty(value)) note(placeOf(name), leftOut);
    else corrected.set(name, value);
  }
  return corrected;
}

/** A dropdown accepts any label, so only one of its options indicates that a field with another name was meant. */
function isOption(value: unknown, { type, options = [] }: Field): boolean {
  return type !== 'dropdown' || options.some((option) => option === value);
}
