/** The source of time and IDs for one request. */
export interface CallContext {
  /** Unix time in milliseconds. */
  readonly now: () => number;
  /** A unique ID of 24 hex digits. */
  readonly id: () => string;
  /** Random hex digits, suitable for a token. */
  readonly secret: (digits: number) => string;
}

/** The source of times, IDs and tokens for a sandbox. */
export interface Clock {
  /** The context of work that does not belong to a request. */
  readonly initial: CallContext;
  /** The context of a new request. A body that it queues is processed later with the same context. */
  beginCall(): CallContext;
  /** Milliseconds, to measure durations. */
  elapsed(): number;
  /** The time of the last request as an HTTP date, in deterministic mode. */
  httpDate(): string | undefined;
  /** The number of requests so far, so that a later run can continue. */
  callCount: number;
  /** Whether each request has its own context, so that the same requests always get the same bytes. */
  readonly deterministic: boolean;
}

export function toHex(value: number, digits: number): string {
  return value.toString(16).padStart(digits, '0');
}

/** The beginning of an ID: seconds and milliseconds, so that the IDs of several processes are in the order of their time. */
export function idPrefix(now: number): string {
  const at = Math.max(0, Math.floor(now));
  return toHex(Math.floor(at / 1000) % 2 ** 32, 8) + toHex(at % 1000, 3);
}
