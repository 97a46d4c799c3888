/** The sandbox requires a key, or another key. */
export class KeyNeededError extends Error {
  override readonly name = 'KeyNeededError';
  /** The key that was sent, if any. */
  readonly key: string | null;

  constructor(key: string | null) {
    super();
    this.key = key;
  }
}

/** The sandbox has rejected a call. The message is the one of the response. */
export class ControlError extends Error {
  override readonly name = 'ControlError';
  readonly status: number;

  constructor(status: number, message: string) {
    super(message);
    this.status = status;
  }
}

/** A readable message for any error. */
export function messageOf(error: unknown): string {
  if (error instanceof ControlError) return error.message;
  return 'The sandbox cannot be reached.';
}
