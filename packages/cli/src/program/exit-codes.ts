/** The exit codes of all commands. */
export const exitCodes = {
  /** Everything is fine. */
  ok: 0,
  /** The command succeeded and found something: a difference, a value that would be dropped, a row that failed. */
  found: 1,
  /** The command line, a file or a setting is invalid. */
  misuse: 2,
  /** telecrm could not be reached, or prevented the command from completing. */
  unreachable: 3,
  /** An internal error. */
  internal: 70,
  /** Interrupted by Ctrl-C. */
  interrupted: 130,
} as const;

export type ExitCode = (typeof exitCodes)[keyof typeof exitCodes];

/** Ends a command with a message: the problem and the fix. */
export class CommandError extends Error {
  override readonly name = 'CommandError';
  readonly exitCode: ExitCode;
  /** The fix. */
  readonly fix: string | undefined;

  constructor(exitCode: ExitCode, problem: string, fix?: string) {
    super(problem);
    this.exitCode = exitCode;
    this.fix = fix;
  }
}

/** The error for an invalid command line, file or setting. */
export function misuse(problem: string, fix?: string): CommandError {
  return new CommandError(exitCodes.misuse, problem, fix);
}

/** The error if telecrm could not be reached, or prevented the command from completing. */
export function unreachable(problem: string, fix?: string): CommandError {
  return new CommandError(exitCodes.unreachable, problem, fix);
}
