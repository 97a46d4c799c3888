/** A part of a payload, and its problem. */
export interface PayloadPart {
  /** Where it is: `fields.<apiName>`, `actions[i].type`, `actions[i].fields.<name>` or an unknown top-level key. */
  field: string;
  /** What is wrong: “Rating must be between 1 and 5”. */
  reason: string;
  /** What to do: “send a number, without quotes”. */
  fix: string;
}

export function toPayloadPart({ field, reason, fix }: PayloadPart): PayloadPart {
  return { field, reason, fix };
}
