import type { Terminal } from '../terminal/terminal.ts';
import type { ExitCode } from './exit-codes.ts';

/** What a command gets to work with. */
export interface CommandContext {
  readonly terminal: Terminal;
  /** Sets what the process ends with when nothing else goes wrong. */
  readonly exitWith: (code: ExitCode) => void;
}
