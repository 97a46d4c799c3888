import { execFile } from 'node:child_process';
import { promisify } from 'node:util';

/** Brings what the spec's build makes up to date with the files that were saved. */
export async function buildSpec(spec: string, files: string[]): Promise<void> {
  const all = files.some((file) => /\.ya?ml$/.test(file));
  const guide = files.some((file) => file.endsWith('.md'));
  if (all || guide) await run(spec, 'build/bundle.ts', ...(all ? [] : ['--guides']));
}

/** What the spec's lint has to say about its sources; nothing when all is well. */
export async function lintSpec(spec: string): Promise<string> {
  return run(spec, 'lint/main.ts', '--sources').then(
    () => '',
    (error: Error) => error.message,
  );
}

async function run(spec: string, ...args: string[]): Promise<void> {
  const path = `${spec}node_modules/.bin:${process.env.PATH}`;
  await promisify(execFile)(process.execPath, args, {
    cwd: spec,
    env: { ...process.env, PATH: path },
  }).catch((error: { stderr?: string }) => {
    throw new Error(error.stderr?.trim() || String(error));
  });
}
