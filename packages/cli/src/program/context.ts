import type { Terminal } from '../terminal/terminal.ts';
import type { ExitCode } from './exit-codes.ts';

/** The dependencies of a command. */
export interface CommandContext {
  readonly terminal: Terminal;
  /** Sets what the process ends with when nothing else goes wrong. */
  readonly exitWith: (code: ExitCode) => void;
}
