import { mkdtemp, readFile, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable, Writable } from 'node:stream';
import { run } from '../program/run.ts';
import type { Terminal } from '../terminal/terminal.ts';

/** A temporary folder for a test, and the command line in it. */
export interface TestFolder extends AsyncDisposable {
  readonly path: string;
  write(name: string, content: string | object | Uint8Array): Promise<void>;
  read(name: string): Promise<string>;
  /** Lets programs in the folder import the dependencies of the CLI. */
  linkDependencies(): Promise<void>;
  /** Runs a command line in this process. */
  telecrm(args: readonly string[], options?: CliOptions): Promise<CliResult>;
}

interface CliOptions {
  readonly env?: Record<string, string | undefined>;
  readonly stdin?: string | Uint8Array;
  readonly signal?: AbortSignal;
  /** Called with the whole output so far whenever there is more of it. */
  readonly onOutput?: (stdout: string) => void;
}

interface CliResult {
  readonly code: number;
  readonly stdout: string;
  readonly stderr: string;
}

/** The options of `pull` for what telecrm does not return. */
export const pullSettings: readonly string[] = [
  ...['--country', 'IN', '--date-format', 'dd/MM/yyyy'],
  ...['--time-zone', 'Asia/Kolkata'],
];

export async function createTestFolder(): Promise<TestFolder> {
  const path = await mkdtemp(join(tmpdir(), 'telecrm-cli-'));
  return {
    path,
    write: (name, content) =>
      writeFile(
        join(path, name),
        typeof content === 'string' || content instanceof Uint8Array
          ? content
          : JSON.stringify(content, null, 2),
      ),
    read: (name) => readFile(join(path, name), 'utf8'),
    linkDependencies: () =>
      symlink(join(import.meta.dirname, '../../node_modules'), join(path, 'node_modules')),
    telecrm: (args, options) => runCli(path, args, options),
    [Symbol.asyncDispose]: () => rm(path, { recursive: true, force: true }),
  };
}

async function runCli(
  cwd: string,
  args: readonly string[],
  { env = {}, stdin = '', signal = new AbortController().signal, onOutput }: CliOptions = {},
): Promise<CliResult> {
  const stdout = collect(onOutput);
  const stderr = collect();
  const terminal: Terminal = {
    stdin: Readable.from([Buffer.from(stdin)]),
    stdout: stdout.stream,
    stderr: stderr.stream,
    env,
    cwd,
    signal,
  };
  const code = await run(args, terminal);
  return { code, stdout: stdout.text(), stderr: stderr.text() };
}

function collect(onOutput?: (text: string) => void) {
  const chunks: string[] = [];
  const stream = new Writable({
    write(chunk, _encoding, done) {
      chunks.push(String(chunk));
      onOutput?.(chunks.join(''));
      done();
    },
  });
  return { stream, text: () => chunks.join('') };
}
