/** What the exit code of every command means. */
export const exitCodes = {
  /** Everything is fine. */
  ok: 0,
  /** The command worked and found something: a difference, a value that would be dropped, a row that failed. */
  found: 1,
  /** The command line, a file or a setting cannot be used as it is. */
  misuse: 2,
  /** telecrm could not be reached, or did not let the command finish. */
  unreachable: 3,
  /** An internal error. */
  internal: 70,
  /** Ended by Ctrl-C. */
  interrupted: 130,
} as const;

export type ExitCode = (typeof exitCodes)[keyof typeof exitCodes];

/** Ends a command with one message: what is wrong, and how to fix it. */
export class CommandError extends Error {
  override readonly name = 'CommandError';
  readonly exitCode: ExitCode;
  /** What to do about it. */
  readonly fix: string | undefined;

  constructor(exitCode: ExitCode, problem: string, fix?: string) {
    super(problem);
    this.exitCode = exitCode;
    this.fix = fix;
  }
}

/** The command line, a file or a setting cannot be used as it is. */
export function misuse(problem: string, fix?: string): CommandError {
  return new CommandError(exitCodes.misuse, problem, fix);
}

/** telecrm could not be reached, or did not let the command finish. */
export function unreachable(problem: string, fix?: string): CommandError {
  return new CommandError(exitCodes.unreachable, problem, fix);
}
