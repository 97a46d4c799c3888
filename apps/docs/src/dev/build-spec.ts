import { execFile } from 'node:child_process';
import { promisify } from 'node:util';

/** Brings what the spec's build makes up to date with the files that were saved. */
export async function buildSpec(spec: string, files: string[]): Promise<void> {
  const concerned = concernedBy(files);
  if (concerned)
    await run(spec, ['build/bundle.ts', ...(concerned === 'guides' ? ['--guides'] : [])]);
}

/** What the spec's lint has to say about its sources; nothing when all is well. */
export async function lintSpec(spec: string, files: string[], stop: AbortSignal): Promise<string> {
  const concerned = concernedBy(files);
  if (!concerned) return '';
  return run(spec, ['lint/main.ts', concerned === 'guides' ? '--guides' : '--sources'], stop).then(
    () => '',
    (error: Error) => error.message,
  );
}

/** Guides change nothing of the descriptions, which take longer. */
function concernedBy(files: string[]): 'all' | 'guides' | undefined {
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
