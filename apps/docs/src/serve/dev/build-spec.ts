import { execFile } from 'node:child_process';
import { promisify } from 'node:util';

/** Rebuilds the parts of the spec that depend on the saved files. */
export async function buildSpec(spec: string, files: string[]): Promise<void> {
  const affected = affectedBy(files);
  if (affected)
    await run(spec, ['build/bundle.ts', ...(affected === 'guides' ? ['--guides'] : [])]);
}

/** Lints the sources of the spec. Returns the problems, or an empty string. */
export async function lintSpec(
  spec: string,
  files: string[],
  signal: AbortSignal,
): Promise<string> {
  const affected = affectedBy(files);
  if (!affected) return '';
  return run(spec, ['lint/main.ts', affected === 'guides' ? '--guides' : '--sources'], signal).then(
    () => '',
    (error: Error) => error.message,
  );
}

/** The part of the spec that the files affect. If only guides changed, the bundles need no rebuild, which takes longer. */
function affectedBy(files: string[]): 'all' | 'guides' | undefined {
  if (files.some((file) => /\.ya?ml$/.test(file))) return 'all';
  return files.some((file) => file.endsWith('.md')) ? 'guides' : undefined;
}

async function run(spec: string, args: string[], signal?: AbortSignal): Promise<void> {
  const path = `${spec}node_modules/.bin:${process.env.PATH}`;
  await promisify(execFile)(process.execPath, args, {
    cwd: spec,
    env: { ...process.env, PATH: path },
    ...(signal && { signal }),
  }).catch((error: { stderr?: string }) => {
    throw new Error(error.stderr?.trim() || String(error));
  });
}
