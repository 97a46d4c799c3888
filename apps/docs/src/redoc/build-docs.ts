import { execFile } from 'node:child_process';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';

const cli = createRequire(import.meta.url).resolve('@redocly/cli/bin/cli.js');
const template = fileURLToPath(new URL('parts.hbs', import.meta.url));

/** Runs `redocly build-docs` with a bundle and returns its output. */
export async function buildDocs(
  bundleFile: string,
  options: object,
  signal?: AbortSignal,
): Promise<string> {
  // Redocly reads redocly.yaml from the current folder, so run it in an empty one.
  const folder = await mkdtemp(join(tmpdir(), 'telecrm-docs-'));
  try {
    const output = join(folder, 'redoc.html');
    const args = ['build-docs', bundleFile, '--output', output, '--template', template];
    await promisify(execFile)(
      process.execPath,
      [cli, ...args, '--openapi', JSON.stringify(options)],
      {
        cwd: folder,
        timeout: 120_000,
        ...(signal && { signal }),
        env: {
          ...process.env,
          REDOCLY_TELEMETRY: 'off',
          REDOCLY_SUPPRESS_UPDATE_NOTICE: 'true',
        },
      },
    ).catch((error: unknown) => {
      throw new Error(`redocly build-docs: ${errorMessageOf(error)}`);
    });
    return await readFile(output, 'utf8');
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

/** The error output of the command on one line, without its banner and progress. */
function errorMessageOf(error: unknown): string {
  const output = error instanceof Error && 'stderr' in error ? String(error.stderr) : '';
  const lines = output
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '' && !/^[╔║╚]/.test(line) && line !== 'Prerendering docs');
  return lines.join(' ') || String(error);
}
