import { assertArgument } from '../arguments/assert-argument.ts';
import { isObject } from '../request/body.ts';

/** The progress of {@link ingestMany}: plain data that you can store, and pass as `resumeFrom` later. */
export interface IngestProgress {
  /** The number of leads that the API accepted. */
  readonly queued: number;
  /** The number of leads that were not accepted, or may not have been; the outcome of each says why. */
  readonly failed: number;
  /** The index of the first lead that is not completed. */
  readonly next: number;
  /** The indexes after `next` that are already completed. */
  readonly completed: readonly number[];
  /**
   * The completed leads that may have been accepted although your loop never received their outcome, because it ended
   * early. Look them up before you send them again.
   */
  readonly uncertain: readonly number[];
}

/** Tracks completed leads. A lead is completed once the caller has handled its outcome. */
export interface ProgressTracker {
  isCompleted(index: number): boolean;
  complete(index: number, ok: boolean): void;
  /** Completes a lead whose outcome is unknown to the caller. */
  completeUncertain(index: number): void;
  snapshot(): IngestProgress;
}

export function trackProgress(resumeFrom: Partial<IngestProgress> = {}): ProgressTracker {
  assertArgument(isObject(resumeFrom), 'resumeFrom must be a progress object', resumeFrom);
  let { next = 0, queued = 0, failed = 0 } = resumeFrom;
  const { completed: list = [] } = resumeFrom;
  assertArgument(Array.isArray(list), 'resumeFrom.completed must be an array', list);
  const completed = new Set(list);
  const uncertain = [...(resumeFrom.uncertain ?? [])];

  function complete(index: number, ok: boolean): void {
    completed.add(index);
    while (completed.delete(next)) next++;
    if (ok) queued++;
    else failed++;
  }

  return {
    isCompleted: (index) => index < next || completed.has(index),
    complete,
    completeUncertain(index) {
      complete(index, false);
      uncertain.push(index);
    },
    snapshot() {
      const behind = [...completed].sort((one, other) => one - other);
      return { queued, failed, next, completed: behind, uncertain: [...uncertain] };
    },
  };
}
