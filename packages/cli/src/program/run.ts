import { CommanderError } from '@commander-js/extra-typings';
import { fileErrorFix } from '../files/file-error.ts';
import { createOutput } from '../terminal/output.ts';
import type { Terminal } from '../terminal/terminal.ts';
import { CommandError, type ExitCode, exitCodes, misuse } from './exit-codes.ts';
import { createProgram } from './program.ts';

/**
 * Runs a command line.
 *
 * @param args The arguments after `telecrm`.
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
    // Commander has printed its own message; only help and version succeed.
    if (error instanceof CommanderError) return error.exitCode === 0 ? 0 : exitCodes.misuse;
    const known = error instanceof CommandError ? error : fileError(error);
    if (known === undefined) {
      reportMistake(error, terminal);
      return exitCodes.internal;
    }
    report(known, args.includes('--json'), terminal);
    return known.exitCode;
  }
}

/** An error of the file system that no command expects. */
function fileError(error: unknown): CommandError | undefined {
  if (!(error instanceof Error && 'path' in error && 'code' in error)) return undefined;
  return misuse(`${error.path} cannot be used (${error.code})`, fileErrorFix(error.code));
}

function report({ message, fix }: CommandError, json: boolean, terminal: Terminal) {
  const failure = { ok: false, error: { problem: message, fix } };
  const output = createOutput(terminal, { json });
  if (json) output.result(failure, () => '');
  output.error(message, fix);
}

/** An unexpected error, with its stack trace. */
function reportMistake(error: unknown, terminal: Terminal) {
  const stack = error instanceof Error ? (error.stack ?? error.message) : String(error);
  createOutput(terminal, {}).error('this is a bug in telecrm', stack);
}
