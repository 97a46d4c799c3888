import { run } from './program/run.ts';
import { processTerminal } from './terminal/process-terminal.ts';

/** Runs the command line of this process. */
export async function main(): Promise<void> {
  const terminal = processTerminal();
  process.exitCode = await run(process.argv.slice(2), terminal);
}
