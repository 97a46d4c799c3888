import { CommanderError } from '@commander-js/extra-typings';
import { createOutput } from '../terminal/output.ts';
import type { Terminal } from '../terminal/terminal.ts';
import { CommandError, type ExitCode, exitCodes } from './exit-codes.ts';
import { createProgram } from './program.ts';

/**
 * Runs a command line.
 *
 * @param args What stands behind `telecrm`.
 * @returns The exit code.
 */
export async function run(args: readonly string[], terminal: Terminal): Promise<number> {
  let exitCode: ExitCode | undefined;
  const program = createProgram(terminal, (code) => {
    exitCode = code;
  });
  try {
    await program.parseAsync(args, { from: 'user' });
    return exitCode ?? (terminal.signal.aborted ? exitCodes.interrupted : exitCodes.ok);
  } catch (error) {
    if (terminal.signal.aborted) return exitCodes.interrupted;
    // Commander has written its own message; only help and version end well.
    if (error instanceof CommanderError) return error.exitCode === 0 ? 0 : exitCodes.misuse;
    if (!(error instanceof CommandError)) throw error;
    report(error, args.includes('--json'), terminal);
    return error.exitCode;
  }
}

function report({ message, fix }: CommandError, json: boolean, terminal: Terminal) {
  const failure = { ok: false, error: { problem: message, fix } };
  const output = createOutput(terminal, { json });
  if (json) output.result(failure, () => '');
  output.error(message, fix);
}
