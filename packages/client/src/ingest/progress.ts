/** How far {@link ingestMany} is: plain data, to be stored and passed as `resumeFrom` later. */
export interface IngestProgress {
  /** How many leads were taken by the API. */
  readonly queued: number;
  /** How many were not, or may not have been; the outcome of each says why. */
  readonly failed: number;
  /** The index of the first lead that is not settled. */
  readonly next: number;
  /** The indexes behind `next` that are settled already. */
  readonly settled: readonly number[];
  /**
   * Of the settled leads, those that may have been taken although your loop never saw their
   * outcome, because it ended early. Look them up before you send them again.
   */
  readonly uncertain: readonly number[];
}

/** Counts what is settled. A lead is settled once it has an outcome that the caller has handled. */
export interface ProgressTracker {
  isSettled(index: number): boolean;
  settle(index: number, ok: boolean): void;
  /** Settles a lead that nobody knows about. */
  settleUncertain(index: number): void;
  snapshot(): IngestProgress;
}

export function trackProgress(resumeFrom: Partial<IngestProgress> = {}): ProgressTracker {
  let { next = 0, queued = 0, failed = 0 } = resumeFrom;
  const settled = new Set(resumeFrom.settled);
  const uncertain = [...(resumeFrom.uncertain ?? [])];

  function settle(index: number, ok: boolean): void {
    settled.add(index);
    while (settled.delete(next)) next++;
    if (ok) queued++;
    else failed++;
  }

  return {
    isSettled: (index) => index < next || settled.has(index),
    settle,
    settleUncertain(index) {
      settle(index, false);
      uncertain.push(index);
    },
    snapshot() {
      const behind = [...settled].sort((one, other) => one - other);
      return { queued, failed, next, settled: behind, uncertain: [...uncertain] };
    },
  };
}
