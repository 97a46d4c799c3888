/** Where one call takes its time and its IDs from. */
export interface CallContext {
  /** Unix time in milliseconds. */
  readonly now: () => number;
  /** 24 hex digits, of which no two are alike. */
  readonly id: () => string;
  /** So many hex digits that nobody can guess. */
  readonly secret: (digits: number) => string;
}

/** Where a sandbox takes times, IDs and tokens from. */
export interface Clock {
  /** For what belongs to no call. */
  readonly initial: CallContext;
  /** Begins a call. What it queues is done with the same context later. */
  beginCall(): CallContext;
  /** Milliseconds for measuring how long something took. */
  elapsed(): number;
  /** The time of the last call as an HTTP date, where the system's own would not be the same in each run. */
  httpDate(): string | undefined;
  /** How many calls there have been, to continue from in a later run. */
  callCount: number;
  /** Whether each call has a context of its own, so that the same calls give the same bytes. */
  readonly deterministic: boolean;
}

export function toHex(value: number, digits: number): string {
  return value.toString(16).padStart(digits, '0');
}
