/** One thing of a request that was not stored, and why. */
export interface Remark {
  /** `fields.<apiName>`, `actions[i]`, `actions[i].type`, `actions[i].fields.<name>` or a stray top-level key. */
  field: string;
  status: 'IGNORED';
  remark: string;
}

/** The same before it is known who reads it. */
export interface Drop {
  field: string;
  /** What the Sync API says: short, in its own words. */
  remark: string;
  /** What the list of ingestions says: the problem and the fix. */
  advice: string;
}

export function drop(field: string, remark: string, fix: string): Drop {
  return { field, remark, advice: `${remark}: ${fix}` };
}

export function forSync({ field, remark }: Drop): Remark {
  return { field, status: 'IGNORED', remark };
}

export function forIngestion({ field, advice }: Drop): Remark {
  return { field, status: 'IGNORED', remark: advice };
}
