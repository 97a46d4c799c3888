import { isTelecrmError, type TelecrmError } from '@telecrm/client';
import { type CommandError, misuse, unreachable } from '../program/exit-codes.ts';

/** Runs calls to telecrm, and converts a failure to the message and exit code of a command. */
export async function withFailures<T>(calls: () => Promise<T>): Promise<T> {
  try {
    return await calls();
  } catch (error) {
    throw isTelecrmError(error) ? describeFailure(error) : error;
  }
}

/** Describes a failed call. */
export function describeFailure({ status, code, message }: TelecrmError): CommandError {
  const described = `telecrm responded with ${status} ${code}: ${message}`;
  if (status === 401) {
    return misuse(
      described,
      'The token, its type (Sync or Async) or the enterprise ID is wrong: run `telecrm doctor` to find out which.',
    );
  }
  if (status === 429) return unreachable(described, 'Wait and run the command again.');
  if (status !== undefined && status >= 400 && status < 500) return misuse(described);
  return unreachable(
    status === undefined ? `telecrm cannot be reached: ${message}` : described,
    'Check the network, and TELECRM_SYNC_URL or TELECRM_ASYNC_URL: `telecrm doctor` tests them.',
  );
}
