import type { Terminal } from '../terminal/terminal.ts';
import type { ExitCode } from './exit-codes.ts';

/** The dependencies of a command. */
export interface CommandContext {
  readonly terminal: Terminal;
  /** Sets the exit code for the case that no error occurs. */
  readonly exitWith: (code: ExitCode) => void;
  /** Declares that the command has completed its JSON, even if it fails: a failure is not printed as a second object. */
  readonly completeJson: () => void;
}
