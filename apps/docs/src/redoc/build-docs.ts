import { execFile } from 'node:child_process';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';

const cli = createRequire(import.meta.url).resolve('@redocly/cli/bin/cli.js');
const template = fileURLToPath(new URL('parts.hbs', import.meta.url));

/** Runs `redocly build-docs` on one bundle and returns what it wrote. */
export async function buildDocs(
  bundleFile: string,
  options: object,
  stop?: AbortSignal,
): Promise<string> {
  // An empty folder of its own: no redocly.yaml of the surroundings has a say in the page.
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
        ...(stop && { signal: stop }),
        env: {
          ...process.env,
          REDOCLY_TELEMETRY: 'off',
          REDOCLY_SUPPRESS_UPDATE_NOTICE: 'true',
        },
      },
    ).catch((error: unknown) => {
      throw new Error(`redocly build-docs: ${reasonOf(error)}`);
    });
    return await readFile(output, 'utf8');
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

/** What the command said, without its banner and progress, on one line. */
function reasonOf(error: unknown): string {
  const said = error instanceof Error && 'stderr' in error ? String(error.stderr) : '';
  const lines = said
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '' && !/^[╔║╚]/.test(line) && line !== 'Prerendering docs');
  return lines.join(' ') || String(error);
}
