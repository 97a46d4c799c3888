/** A request that was parsed from a command or a program. */
export interface ParsedRequest {
  url: string | undefined;
  /** The body as text. */
  body: string | undefined;
  /** The paths of the values in the body that a program computes. */
  variables: readonly string[];
}

/** Input that cannot be read. The message contains the reason and the fix. */
export class UnreadableInput extends Error {
  override name = 'UnreadableInput';
}
