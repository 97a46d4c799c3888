import { readCommand } from './command.ts';
import { introduce } from './introduction.ts';
import type { Mock } from './options.ts';
import { startMock } from './start.ts';
import { UnusableState } from './workspaces/state.ts';

/** Runs the command and resolves with its exit code, which is once the mock has stopped. */
export async function run(args: string[]): Promise<number> {
  const command = readCommand(args);
  if ('misuse' in command) return complain(`${command.misuse} (--help shows what there is)`, 2);
  if ('say' in command) {
    process.stdout.write(command.say);
    return 0;
  }
  const stopped = signal();
  try {
    const mock = await startMock(command.options);
    const stopSaving = saveOnSignal(mock);
    process.stdout.write(introduce(mock));
    await stopped;
    await mock.close();
    stopSaving();
    return 0;
  } catch (error) {
    return complain(whyNot(error, command.options), 1);
  }
}

function whyNot(error: unknown, { port, host }: { port: number; host: string }): string {
  if (error instanceof UnusableState) return error.message;
  switch (error instanceof Error && 'code' in error && error.code) {
    case 'EADDRINUSE':
      return `port ${port} is taken: stop what uses it, or pass another --port (0 takes a free one)`;
    case 'EACCES':
      return `port ${port} is not for this user: pass a --port above 1023`;
    case 'EADDRNOTAVAIL':
    case 'ENOTFOUND':
      return `${host} is no address of this machine: pass another --host`;
    default:
      return String(error).split('\n')[0] ?? '';
  }
}

function complain(why: string, exitCode: number): number {
  process.stderr.write(`telecrm-mock: ${why}\n`);
  return exitCode;
}

function signal(): Promise<void> {
  return new Promise((resolve) => {
    process.once('SIGINT', () => resolve());
    process.once('SIGTERM', () => resolve());
  });
}

/** Node ends a process at a SIGUSR2 that nobody listens to, so that it is listened to in any case. */
function saveOnSignal(mock: Mock): () => void {
  const save = () => {
    mock.save().catch((error) => complain(`cannot write the state: ${error.code}`, 1));
  };
  process.on('SIGUSR2', save);
  return () => process.off('SIGUSR2', save);
}
