import { CommanderError } from '@commander-js/extra-typings';
import { fileErrorFix } from '../files/file-error.ts';
import { CommandError, exitCodes, interruptionOf, misuse } from './exit-codes.ts';

/** The failure of a command as data, for `--json`. */
export function failureData({ message, fix }: CommandError): { ok: false; error: object } {
  return { ok: false, error: { problem: message, ...(fix !== undefined && { fix }) } };
}

/** Converts whatever a command throws to its message and its exit code. */
export function describeThrown(error: unknown, signal: AbortSignal): CommandError {
  if (signal.aborted) return interruptionOf(signal);
  if (error instanceof CommandError) return error;
  if (error instanceof CommanderError) return misuse(error.message.replace(/^error: /, ''));
  // An error of the file system that no command expects.
  if (error instanceof Error && 'path' in error && 'code' in error) {
    return misuse(`${error.path} cannot be used (${error.code})`, fileErrorFix(error.code));
  }
  const stack = error instanceof Error ? (error.stack ?? error.message) : String(error);
  return new CommandError(exitCodes.internal, 'this is a bug in telecrm', stack);
}
