import { type ChildProcess, execFile, spawn } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';

/** The published command: it runs the build. */
export const bin = fileURLToPath(new URL('../../bin.cjs', import.meta.url));
const run = promisify(execFile);
const running: ChildProcess[] = [];

/** Stops every command that a test has started. */
export async function killAll(): Promise<void> {
  for (const child of running.splice(0)) {
    child.kill('SIGKILL');
    if (child.exitCode === null && child.signalCode === null) await once(child, 'exit');
  }
}

/** A command that listens. */
export interface StartedCommand {
  readonly child: ChildProcess;
  readonly url: string;
  /** Its output so far. */
  output(): string;
}

/** Starts the command, and resolves once it listens. */
export function startCommand(...args: string[]): Promise<StartedCommand> {
  return startCommandIn({}, ...args);
}

/** The same, with environment variables. */
export async function startCommandIn(
  env: NodeJS.ProcessEnv,
  ...args: string[]
): Promise<StartedCommand> {
  const child = spawn(process.execPath, [bin, ...args], { env });
  let errors = '';
  child.stderr?.on('data', (chunk) => {
    errors += String(chunk);
  });
  running.push(child);
  let out = '';
  await new Promise<void>((resolve, reject) => {
    child.stdout?.on('data', (chunk) => {
      out += String(chunk);
      if (out.includes('curl') || out.includes('"listening"')) resolve();
    });
    child.once('exit', () => reject(new Error(`It has ended, having printed ${out}${errors}`)));
  });
  const [url = ''] = /https?:[^\s"]+/.exec(out) ?? [];
  return { child, url, output: () => out };
}

/** Runs the command until it exits with an error. */
export async function runToEnd(...args: string[]) {
  const failed = await run(process.execPath, [bin, ...args]).catch((error) => error);
  const { code, stdout, stderr } = failed;
  return { code, stdout, stderr };
}
