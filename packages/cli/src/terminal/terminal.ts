import type { Readable, Writable } from 'node:stream';

/** An output stream, which may be a terminal. */
export interface OutputStream extends Writable {
  readonly isTTY?: boolean | undefined;
  readonly columns?: number | undefined;
}

/** An input stream, which may be a terminal. */
interface InputStream extends Readable {
  readonly isTTY?: boolean | undefined;
}

/** The parts of the process that a command uses. */
export interface Terminal {
  readonly stdin: InputStream;
  /** For the result of a command only. */
  readonly stdout: OutputStream;
  /** For progress, warnings and errors. */
  readonly stderr: OutputStream;
  readonly env: Readonly<Record<string, string | undefined>>;
  /** The folder that relative file names refer to. */
  readonly cwd: string;
  /** Aborted by Ctrl-C. */
  readonly signal: AbortSignal;
}

/** Whether a person can answer questions in the terminal. */
export function isInteractive({ stdin, stderr, env }: Terminal): boolean {
  return stdin.isTTY === true && stderr.isTTY === true && !env.CI;
}
