/** A part of a request that was not stored, and why. */
export interface Remark {
  /** `fields.<apiName>`, `actions[i]`, `actions[i].type`, `actions[i].fields.<name>` or an unknown top-level key. */
  field: string;
  status: 'IGNORED';
  remark: string;
}

/** A part of a request that is not stored, before it is turned into the {@link Remark} of either API. */
export interface DroppedValue {
  field: string;
  /** The reason in the words of the Sync API. */
  remark: string;
  /** The reason: `remark`, or one that says more. */
  reason: string;
  /** The fix, without a capital: “send a number, without quotes”. */
  fix: string;
}

export function droppedValue(field: string, remark: string, fix: string): DroppedValue {
  return { field, remark, reason: remark, fix };
}

/** As a response of the Sync API has it. */
export function toSyncRemark({ field, remark }: DroppedValue): Remark {
  return { field, status: 'IGNORED', remark };
}

/** As an ingestion has it: with the fix. */
export function toRemarkWithFix({ field, reason, fix }: DroppedValue): Remark {
  return { field, status: 'IGNORED', remark: `${reason}: ${fix}` };
}
