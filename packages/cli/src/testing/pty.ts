import { join } from 'node:path';
import { spawn } from '@lydell/node-pty';

const bin = join(import.meta.dirname, '../../bin/telecrm.cjs');

/** The command in a real terminal: a pseudo-terminal of the operating system. */
export interface PtySession {
  /** The whole output, including escape sequences. */
  readonly output: () => string;
  /** Waits for a text after the end of the previous wait. */
  waitFor(text: string): Promise<void>;
  /** Types keys. */
  type(keys: string): void;
  /** The exit code, once the command has ended. */
  readonly exitCode: Promise<number>;
}

/** Keys that are not characters. */
export const keys = { enter: '\r', ctrlC: '\u0003', down: '\u001b[B', backspace: '\u007f' };

const timeoutMs = 30_000;

/** Starts the built command in a terminal with 100 columns. */
export function startInTerminal(
  cwd: string,
  args: readonly string[],
  env: Record<string, string>,
): PtySession {
  const { PATH = '' } = process.env;
  const pty = spawn(process.execPath, [bin, ...args], {
    name: 'xterm-256color',
    cols: 100,
    rows: 40,
    cwd,
    env: { PATH, TERM: 'xterm-256color', ...env },
  });
  let output = '';
  let seen = 0;
  const waiting = new Set<() => void>();
  pty.onData((data) => {
    output += data;
    for (const check of waiting) check();
  });
  const exitCode = new Promise<number>((resolve) => {
    pty.onExit((exit) => resolve(exit.exitCode));
  });
  return {
    output: () => output,
    exitCode,
    type: (text) => pty.write(text),
    waitFor: (text) =>
      new Promise((resolve, reject) => {
        const timer = setTimeout(() => {
          waiting.delete(check);
          pty.kill('SIGKILL');
          reject(new Error(`“${text}” did not come; what came is ${JSON.stringify(output)}`));
        }, timeoutMs);
        const check = () => {
          const at = output.indexOf(text, seen);
          if (at < 0) return;
          seen = at + text.length;
          clearTimeout(timer);
          waiting.delete(check);
          resolve();
        };
        waiting.add(check);
        check();
      }),
  };
}
