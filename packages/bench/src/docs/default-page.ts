import { execFile } from 'node:child_process';
import { mkdtemp } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { bundlePath } from '@telecrm/spec/files';

const cli = createRequire(import.meta.url).resolve('@redocly/cli/bin/cli.js');

/** The pages that `redocly build-docs --inlineBundle` builds from our bundles with default settings, in a folder. */
export async function defaultPages(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'telecrm-default-docs-'));
  for (const api of ['sync', 'async'] as const) {
    const args = [
      'build-docs',
      bundlePath(api),
      '--inlineBundle',
      '-o',
      join(folder, `${api}.html`),
    ];
    await promisify(execFile)(process.execPath, [cli, ...args], { cwd: folder });
  }
  return folder;
}
