import { exitCodes } from '../program/exit-codes.ts';
import type { Terminal } from './terminal.ts';

/** The terminal of this process. The first Ctrl-C ends a command gracefully, the second one immediately. */
export function processTerminal(): Terminal {
  const interrupt = new AbortController();
  for (const signal of ['SIGINT', 'SIGTERM'] as const) {
    process.on(signal, () => {
      if (interrupt.signal.aborted) process.exit(exitCodes.interrupted);
      interrupt.abort();
    });
  }
  for (const stream of [process.stdout, process.stderr]) {
    // The reader has closed the pipe, as in `telecrm check leads.csv | head`.
    stream.on('error', (error: NodeJS.ErrnoException) => {
      if (error.code !== 'EPIPE') throw error;
      interrupt.abort();
    });
  }
  const { stdin, stdout, stderr, env } = process;
  return { stdin, stdout, stderr, env, cwd: process.cwd(), signal: interrupt.signal };
}
