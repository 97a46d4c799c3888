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
  /** The terminal was closed (SIGHUP). */
  hungUp: 129,
  /** Interrupted by Ctrl-C (SIGINT). */
  interrupted: 130,
  /** The reader of the output has ended, as in `telecrm check leads.csv | head` (SIGPIPE). */
  outputClosed: 141,
  /** Terminated (SIGTERM). */
  terminated: 143,
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

/** The reason why a command was interrupted. */
export function interruptionOf({ reason }: AbortSignal): CommandError {
  if (reason instanceof CommandError) return reason;
  return new CommandError(exitCodes.interrupted, 'interrupted');
}
