/** A request that a command or a program makes. */
export interface ReadRequest {
  url: string | undefined;
  /** The body as text. */
  body: string | undefined;
  /** Places in the body whose value a program computes. */
  variables: readonly string[];
}

/** What cannot be read, and what to do about it. */
export class UnreadableInput extends Error {}
