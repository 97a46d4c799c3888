import { execFile } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { vi } from 'vitest';
import { sharedFiles } from './guide-blocks.ts';
import { runPhp } from './php.ts';
import type { SampleSandbox } from './sandbox.ts';

/** The languages of samples that can be run. */
export type SampleLanguage = 'bash' | 'js' | 'php' | 'python' | 'ts';

/** The folder for Node programs, inside this package so that imports of its dependencies resolve. */
const folder = fileURLToPath(new URL('../../reports/samples', import.meta.url));

/**
 * Runs a sample as a reader would, but against the sandbox of the test instead of port 4010. Its folder also contains
 * the files that the guides provide and those of the test.
 *
 * @returns The output of the sample. Rejects if it fails.
 */
export async function runSample(
  { url, environment }: Pick<SampleSandbox, 'url' | 'environment'>,
  language: SampleLanguage,
  code: string,
  files: Record<string, string> = {},
): Promise<string> {
  const local = code.replaceAll('http://127.0.0.1:4010', url);
  return runners[language](local, environment, { ...sharedFiles, ...files });
}

/** Runs a module without imports in this process, which is faster than starting a new one. Returns its output. */
export async function runModule(
  { url }: Pick<SampleSandbox, 'url'>,
  code: string,
): Promise<string> {
  const printed = vi.spyOn(console, 'log').mockImplementation(() => {});
  try {
    const local = code.replaceAll('http://127.0.0.1:4010', url);
    await import(`data:text/javascript,${encodeURIComponent(`${local}// ${randomUUID()}`)}`);
    return printed.mock.calls.map((values) => values.join(' ')).join('\n');
  } finally {
    printed.mockRestore();
  }
}

type Runner = (
  code: string,
  environment: Record<string, string>,
  files: Record<string, string>,
) => Promise<string>;

const runners: Record<SampleLanguage, Runner> = {
  bash: (code, environment) => runProgram('bash', ['-c', code], environment),
  php: runPhp,
  python: inFolder(tmpdir(), 'sample.py', (file) => ['python3', ['-W', 'error', '-B', file]]),
  js: inFolder(folder, 'sample.js', (file) => [process.execPath, [file]]),
  ts: inFolder(folder, 'sample.ts', (file) => [process.execPath, [file]]),
};

/** Runs a program from a file in a new folder, which also contains the other files. */
function inFolder(
  parent: string,
  name: string,
  command: (file: string) => [command: string, args: string[]],
): Runner {
  return async (code, environment, files) => {
    await mkdir(parent, { recursive: true });
    const cwd = await mkdtemp(join(parent, 'telecrm-sample-'));
    try {
      for (const [file, content] of Object.entries({ ...files, [name]: code })) {
        await writeFile(join(cwd, file), content);
      }
      return await runProgram(...command(join(cwd, name)), environment, cwd);
    } finally {
      await rm(cwd, { recursive: true });
    }
  };
}

async function runProgram(
  command: string,
  args: string[],
  environment: Record<string, string>,
  cwd = process.cwd(),
): Promise<string> {
  const env = { ...process.env, NO_COLOR: '1', ...environment };
  return (await promisify(execFile)(command, args, { env, cwd, timeout: 30_000 })).stdout;
}
