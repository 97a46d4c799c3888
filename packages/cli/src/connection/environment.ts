import { resolve } from 'node:path';
import { parseEnv } from 'node:util';
import { misuse } from '../program/exit-codes.ts';
import type { Terminal } from '../terminal/terminal.ts';
import { readTextIfExists } from '../workspace-file/read.ts';

export type Environment = Readonly<Record<string, string | undefined>>;

/** The variables of the process, with those of `--env-file` as defaults. */
export async function readEnvironment(
  { cwd, env }: Terminal,
  { envFile }: { envFile?: string | undefined },
): Promise<Environment> {
  if (envFile === undefined) return env;
  const text = await readTextIfExists(resolve(cwd, envFile), envFile);
  if (text === undefined) throw misuse(`there is no ${envFile}`, 'Check the path of --env-file.');
  return { ...parseEnv(text), ...env };
}
