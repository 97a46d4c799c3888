import { execFile } from 'node:child_process';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { runPhp } from './php.ts';
import type { SampleSandbox } from './sandbox.ts';

/** The languages that samples can be run in. */
export type SampleLanguage = 'bash' | 'php' | 'python' | 'ts';

/** Where TypeScript samples are written, so that they find the packages they import. */
const folder = fileURLToPath(new URL('../../reports/samples', import.meta.url));

/**
 * Runs a sample as a reader would, against a sandbox of the test's own instead of the one on port 4010.
 *
 * @returns What it printed. Rejects when it fails.
 */
export async function runSample(
  { url, environment }: SampleSandbox,
  language: SampleLanguage,
  code: string,
): Promise<string> {
  const local = code.replaceAll('http://127.0.0.1:4010', url);
  return runners[language](local, environment);
}

type Runner = (code: string, environment: Record<string, string>) => Promise<string>;

const exec = promisify(execFile);

async function runProgram(
  command: string,
  args: string[],
  environment: Record<string, string>,
): Promise<string> {
  const env = { ...process.env, NO_COLOR: '1', ...environment };
  return (await exec(command, args, { env, timeout: 20_000 })).stdout;
}

const runners: Record<SampleLanguage, Runner> = {
  bash: (code, environment) => runProgram('bash', ['-c', code], environment),
  php: runPhp,
  async python(code, environment) {
    const at = await mkdtemp(join(tmpdir(), 'telecrm-sample-'));
    const file = join(at, 'sample.py');
    await writeFile(file, code);
    return runProgram('python3', ['-W', 'error', file], environment).finally(() =>
      rm(at, { recursive: true }),
    );
  },
  async ts(code, environment) {
    await mkdir(folder, { recursive: true });
    const at = await mkdtemp(join(folder, 'sample-'));
    const file = join(at, 'sample.ts');
    await writeFile(file, code);
    return runProgram(process.execPath, [file], environment).finally(() =>
      rm(at, { recursive: true }),
    );
  },
};
