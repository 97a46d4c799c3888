/** A part of a payload that has a problem. */
export interface PayloadPart {
  /**
   * The path of the part: `fields.<apiName>`, `actions[i].type`, `actions[i].fields.<name>` or an unknown top-level
   * key.
   */
  field: string;
  /** The problem: “Rating must be between 1 and 5”. */
  reason: string;
  /** The fix: “send a number, without quotes”. */
  fix: string;
}

export function toPayloadPart({ field, reason, fix }: PayloadPart): PayloadPart {
  return { field, reason, fix };
}
