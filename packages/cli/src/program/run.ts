import { CommanderError } from '@commander-js/extra-typings';
import { createOutput } from '../terminal/output.ts';
import type { Terminal } from '../terminal/terminal.ts';
import { type ExitCode, exitCodes, interruptionOf } from './exit-codes.ts';
import { describeThrown, failureData } from './failure.ts';
import { createProgram } from './program.ts';

/**
 * Runs a command line.
 *
 * @param args The arguments after `telecrm`.
 * @returns The exit code.
 */
export async function run(args: readonly string[], terminal: Terminal): Promise<ExitCode> {
  const { signal } = terminal;
  let exitCode: ExitCode | undefined;
  let isJson = args.includes('--json');
  const program = createProgram({
    terminal,
    exitWith(code) {
      exitCode = code;
    },
    completeJson() {
      isJson = false;
    },
  });
  try {
    await program.parseAsync(args, { from: 'user' });
    return exitCode ?? (signal.aborted ? interruptionOf(signal).exitCode : exitCodes.ok);
  } catch (error) {
    // Only help and version succeed.
    if (error instanceof CommanderError && error.exitCode === 0) return exitCodes.ok;
    const failure = describeThrown(error, signal);
    const output = createOutput(terminal, { json: isJson });
    if (isJson) output.result(failureData(failure), () => '');
    // Commander has printed its own message, and the person who interrupts a command knows it.
    if (!(error instanceof CommanderError || signal.aborted)) {
      output.error(failure.message, failure.fix);
    }
    return failure.exitCode;
  }
}
