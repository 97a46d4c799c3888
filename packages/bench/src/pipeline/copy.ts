import { execFile } from 'node:child_process';
import { cp, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';

const root = fileURLToPath(new URL('../../../../', import.meta.url));

/** A temporary copy of the repository like a fresh clone, with nothing built. */
export interface Copy {
  folder: string;
  /** The environment, with the programs of the copy first on the PATH. */
  env: NodeJS.ProcessEnv;
  /** Runs a program in the copy and returns its duration in seconds and its output. */
  run(program: string, ...args: string[]): Promise<{ seconds: number; output: string }>;
  remove(): Promise<void>;
}

export async function copyRepository(): Promise<Copy> {
  const folder = await mkdtemp(join(tmpdir(), 'telecrm-bench-'));
  const env = {
    ...process.env,
    PATH: [join(folder, 'node_modules/.bin'), process.env.PATH].join(delimiter),
    TURBO_TELEMETRY_DISABLED: '1',
    TURBO_NO_UPDATE_NOTIFIER: '1',
    DO_NOT_TRACK: '1',
  };
  const copy: Copy = {
    folder,
    env,
    async run(program, ...args) {
      const started = performance.now();
      const { stdout } = await promisify(execFile)(program, args, {
        cwd: folder,
        env,
        maxBuffer: 64 * 1024 * 1024,
      }).catch((failed) => {
        throw new Error(`${program} ${args.join(' ')}:\n${failed.stdout}${failed.stderr}`);
      });
      return { seconds: (performance.now() - started) / 1000, output: stdout };
    },
    remove: () => rm(folder, { recursive: true, force: true }),
  };
  try {
    for (const file of await files()) await cp(join(root, file), join(folder, file));
    // Turborepo lists the files by git.
    await copy.run('git', 'init', '--quiet');
    await copy.run('git', 'add', '--all');
    await copy.run('pnpm', 'install', '--frozen-lockfile', '--prefer-offline');
  } catch (error) {
    await copy.remove();
    throw error;
  }
  return copy;
}

/** The files that git tracks, or would track. */
async function files(): Promise<string[]> {
  const args = ['ls-files', '-z', '--cached', '--others', '--exclude-standard', '--deduplicate'];
  const removed = ['ls-files', '-z', '--deleted'];
  const [all, deleted] = await Promise.all(
    [args, removed].map(async (list) => {
      const { stdout } = await promisify(execFile)('git', list, { cwd: root });
      return stdout.split('\0').filter(Boolean);
    }),
  );
  return (all ?? []).filter((file) => !deleted?.includes(file));
}
