import { execFile } from 'node:child_process';
import { mkdir, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { promisify } from 'node:util';
import type { WorkspaceDefinition } from '@telecrm/workspace';

const run = promisify(execFile);
const cli = dirname(createRequire(import.meta.url).resolve('@telecrm/cli/package.json'));

/** Writes the types of a large workspace, as `telecrm types` does. */
export async function writeWorkspaceTypes(folder: string): Promise<void> {
  await mkdir(folder, { recursive: true });
  await writeLargeWorkspace(folder);
  await run(process.execPath, [join(cli, 'bin/telecrm.cjs'), 'types'], { cwd: folder });
}

/** Writes the workspace file of a workspace of the size that large customers have. */
export async function writeLargeWorkspace(folder: string): Promise<void> {
  await writeFile(`${folder}/telecrm.workspace.json`, JSON.stringify(largeWorkspace()));
}

/** 300 fields, and 40 actions with 10 fields each. */
function largeWorkspace(): WorkspaceDefinition {
  return {
    customFields: Array.from({ length: 300 }, (_, n) => ({ apiName: `field_${n}`, ...field(n) })),
    customActions: Array.from({ length: 40 }, (_, action) => ({
      code: `ACTION_${1000 + action}`,
      displayName: `Action ${action}`,
      fieldSchema: Object.fromEntries(
        Array.from({ length: 10 }, (_, n) => [`field_${n}`, field(action + n)]),
      ),
    })),
  };
}

const types = ['text', 'number', 'date', 'dropdown', 'tags', 'money', 'email', 'website'] as const;

function field(n: number) {
  const type = types[n % types.length] ?? 'text';
  if (type !== 'dropdown' && type !== 'tags') return { type };
  return { type, options: Array.from({ length: 12 }, (_, option) => `Option ${n}.${option}`) };
}
