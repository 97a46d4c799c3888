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
  /** The reason: `remark`, or a more detailed one. */
  reason: string;
  /** The fix, in lower case: “send a number, without quotes”. */
  fix: string;
}

export function droppedValue(field: string, remark: string, fix: string): DroppedValue {
  return { field, remark, reason: remark, fix };
}

/** The remark in a response of the Sync API. */
export function toSyncRemark({ field, remark }: DroppedValue): Remark {
  return { field, status: 'IGNORED', remark };
}

/** The remark of an ingestion, which includes the fix. */
export function toRemarkWithFix({ field, reason, fix }: DroppedValue): Remark {
  return { field, status: 'IGNORED', remark: `${reason}: ${fix}` };
}
