import { execFile } from 'node:child_process';
import { readFile, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { promisify } from 'node:util';
import type { RedoclyChange } from './change.ts';

const cli = createRequire(import.meta.url).resolve('@redocly/cli/bin/cli.js');

/**
 * Bundles each description into a file named by its key, in a folder. All of them in one run, because Redocly is slow
 * to start.
 */
export async function bundle(descriptions: Record<string, string>, folder: string): Promise<void> {
  // The lint rules of either version are irrelevant here; `diff-recommended` rates the changes.
  const config = {
    telemetry: 'off',
    extends: ['diff-recommended'],
    apis: Object.fromEntries(
      Object.entries(descriptions).map(([file, root]) => [
        file,
        { root, output: join(folder, file) },
      ]),
    ),
  };
  await writeFile(join(folder, 'redocly.yaml'), JSON.stringify(config));
  await redocly(['bundle'], folder);
}

/** The changes from one bundle in the folder to another, with the configuration that `bundle` has written there. */
export async function diff(
  before: string,
  after: string,
  folder: string,
): Promise<RedoclyChange[]> {
  const report = `${after}.changes.json`;
  const flags = ['--format', 'json', '--fail-on', 'none', '--output', report];
  await redocly(['diff', before, after, ...flags], folder);
  const { changes }: { changes: RedoclyChange[] } = JSON.parse(
    await readFile(join(folder, report), 'utf8'),
  );
  return changes;
}

async function redocly(args: string[], cwd: string): Promise<void> {
  const env = { ...process.env, REDOCLY_TELEMETRY: 'off', REDOCLY_SUPPRESS_UPDATE_NOTICE: 'true' };
  await promisify(execFile)(process.execPath, [cli, ...args], { cwd, env });
}
