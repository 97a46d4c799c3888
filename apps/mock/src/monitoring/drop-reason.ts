/**
 * The reason why a part of a request was not stored, as one of a few classes: a metric must not contain values that
 * were sent.
 */
export type DropReason =
  | 'unknown_field'
  | 'unknown_action_type'
  | 'empty'
  | 'required'
  | 'identifier'
  | 'invalid_value';

/** A part that was not stored. */
interface DroppedPart {
  /** `fields.name`, `actions[0].type`. */
  readonly field: string;
  readonly remark: string;
}

const patterns: readonly (readonly [RegExp, DropReason])[] = [
  [/ is not a field of this (workspace|action)/, 'unknown_field'],
  [/so the whole lead was dropped/, 'identifier'],
  [/ is empty(:|$)/, 'empty'],
  [/ is required/, 'required'],
];

export function dropReason({ field, remark }: DroppedPart): DropReason {
  const found = patterns.find(([pattern]) => pattern.test(remark));
  if (found) return found[1];
  return /^actions\[\d+\]\.type$/.test(field) ? 'unknown_action_type' : 'invalid_value';
}
