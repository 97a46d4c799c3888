import { systemCode } from '../files/file-error.ts';
import { CommandError, exitCodes, misuse } from '../program/exit-codes.ts';
import type { Terminal } from './terminal.ts';

const signals = {
  SIGINT: new CommandError(exitCodes.interrupted, 'interrupted'),
  SIGTERM: new CommandError(exitCodes.terminated, 'terminated'),
  SIGHUP: new CommandError(exitCodes.hungUp, 'the terminal was closed'),
} as const;

/** npm and npx pass on the Ctrl-C that the command has already received itself. */
const sameSignalMs = 300;

/** The terminal of this process. The first Ctrl-C ends a command gracefully, the second one immediately. */
export function processTerminal(): Terminal {
  const interrupt = new AbortController();
  let interruptedAt = 0;
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
    process.on(signal, () => {
      if (!interrupt.signal.aborted) {
        interruptedAt = performance.now();
        interrupt.abort(signals[signal]);
      } else if (performance.now() - interruptedAt > sameSignalMs) endBy(signal);
    });
  }
  for (const stream of [process.stdout, process.stderr]) {
    stream.on('error', (error) => {
      if (interrupt.signal.aborted) return;
      const failure = outputFailure(error);
      interrupt.abort(failure);
      if (failure.exitCode !== exitCodes.outputClosed && stream === process.stdout) {
        process.stderr.write(`error: ${failure.message}\n`);
      }
      // The last write of a command fails after its end.
      process.once('exit', () => {
        process.exitCode = failure.exitCode;
      });
    });
  }
  const { stdin, stdout, stderr, env } = process;
  return { stdin, stdout, stderr, env, cwd: process.cwd(), signal: interrupt.signal };
}

function outputFailure(error: unknown): CommandError {
  const code = systemCode(error);
  // The reader has closed the pipe, as in `telecrm check leads.csv | head`, or the terminal is gone.
  if (code === 'EPIPE' || code === 'EIO') {
    return new CommandError(exitCodes.outputClosed, 'the output was closed');
  }
  return misuse(`the output cannot be written (${code ?? error})`);
}

/** Ends the process at once. Unlike `process.exit`, it does not wait for a file that cannot be opened. */
function endBy(signal: NodeJS.Signals): void {
  process.removeAllListeners(signal);
  process.kill(process.pid, signal);
}
