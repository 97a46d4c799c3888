import type { Readable, Writable } from 'node:stream';

/** A stream that text is written to, and that may be a screen. */
export interface OutputStream extends Writable {
  readonly isTTY?: boolean | undefined;
  readonly columns?: number | undefined;
}

/** A stream that input is read from, and that may be a keyboard. */
interface InputStream extends Readable {
  readonly isTTY?: boolean | undefined;
}

/** The parts of the process that a command uses. */
export interface Terminal {
  readonly stdin: InputStream;
  /** Takes the result of a command and nothing else. */
  readonly stdout: OutputStream;
  /** Takes progress, warnings and errors. */
  readonly stderr: OutputStream;
  readonly env: Readonly<Record<string, string | undefined>>;
  /** The folder that file names on the command line start from. */
  readonly cwd: string;
  /** Aborted by Ctrl-C. */
  readonly signal: AbortSignal;
}

/** Whether a person can answer questions on the terminal. */
export function isInteractive({ stdin, stderr, env }: Terminal): boolean {
  return stdin.isTTY === true && stderr.isTTY === true && !env.CI;
}
