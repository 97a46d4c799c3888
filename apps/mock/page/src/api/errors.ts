/** The sandbox wants a key, or another one. */
export class KeyNeededError extends Error {
  override readonly name = 'KeyNeededError';
}

/** The sandbox has refused a call; the message says why, in its own words. */
export class ControlError extends Error {
  override readonly name = 'ControlError';
  readonly status: number;

  constructor(status: number, message: string) {
    super(message);
    this.status = status;
  }
}

/** What a person can read of any error. */
export function messageOf(error: unknown): string {
  if (error instanceof ControlError) return error.message;
  return 'The sandbox cannot be reached.';
}
