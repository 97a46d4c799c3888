import { resolve } from 'node:path';
import { syncClient } from '../connection/clients.ts';
import type { Environment } from '../connection/environment.ts';
import { withFailures } from '../connection/failure.ts';
import { CommandError } from '../program/exit-codes.ts';
import { compareWorkspaces } from '../pull/compare.ts';
import { readLiveWorkspace } from '../pull/live.ts';
import { mergeWorkspace } from '../pull/merge.ts';
import type { Terminal } from '../terminal/terminal.ts';
import { compareTypes } from '../types/compare.ts';
import { generateTypes } from '../types/generate.ts';
import {
  readTextIfExists,
  readWorkspaceFileIfExists,
  type WorkspaceFile,
} from '../workspace-file/read.ts';
import { type Diagnosis, ok, problem, skipped, warning } from './diagnosis.ts';

/**
 * Checks that the workspace file is valid, belongs to the enterprise and is up to date, and that the types are, too.
 */
export async function diagnoseWorkspace(
  terminal: Terminal,
  env: Environment,
  options: { workspace: string; out: string; canRead: boolean },
): Promise<Diagnosis[]> {
  const name = options.workspace;
  const file = await tryReadFile(terminal.cwd, name);
  if (file === undefined) {
    return [warning(name, 'does not exist', 'Run `telecrm pull`, and commit the file.')];
  }
  if ('status' in file) return [file];
  const types = await diagnoseTypes(terminal.cwd, options.out, file);
  const { enterpriseId } = file.content;
  if (
    enterpriseId !== undefined &&
    env.TELECRM_ENTERPRISE_ID &&
    enterpriseId !== env.TELECRM_ENTERPRISE_ID
  ) {
    const fix = 'Use the variables of that enterprise, or pass another file with --workspace.';
    return [problem(name, `belongs to another enterprise, ${enterpriseId}`, fix), ...types];
  }
  if (!options.canRead) {
    return [
      ok(name, 'is valid'),
      skipped(name, 'cannot be compared without the Sync API'),
      ...types,
    ];
  }
  return [await diagnoseFreshness(terminal, env, file), ...types];
}

async function tryReadFile(
  cwd: string,
  name: string,
): Promise<WorkspaceFile | Diagnosis | undefined> {
  try {
    return await readWorkspaceFileIfExists(cwd, name);
  } catch (error) {
    if (!(error instanceof CommandError)) throw error;
    return problem(name, error.message, 'Correct the file by hand, or run `telecrm pull`.');
  }
}

async function diagnoseFreshness(
  terminal: Terminal,
  env: Environment,
  { name, content, definition }: WorkspaceFile,
): Promise<Diagnosis> {
  const { live } = await withFailures(() =>
    readLiveWorkspace(syncClient(env), { team: 'teamMembers' in content, signal: terminal.signal }),
  );
  const { defaultCountry, dateFormat, timeZone } = definition;
  const settings = { defaultCountry, dateFormat, timeZone };
  const differences = compareWorkspaces(
    { ...content, ...settings },
    mergeWorkspace(content, live, settings),
  );
  if (differences.length === 0) return ok(name, 'is up to date with the workspace');
  const count = `${differences.length} ${differences.length === 1 ? 'difference' : 'differences'}`;
  return warning(
    name,
    `is out of date: ${count}`,
    'Run `telecrm pull --check` to see the differences, and then `telecrm pull`.',
  );
}

async function diagnoseTypes(cwd: string, out: string, file: WorkspaceFile): Promise<Diagnosis[]> {
  const found = await readTextIfExists(resolve(cwd, out), out);
  if (found === undefined) return [];
  const isFresh = compareTypes(found, generateTypes(file.definition)).length === 0;
  return [
    isFresh
      ? ok(out, `is up to date with ${file.name}`)
      : warning(out, `does not match ${file.name}`, 'Run `telecrm types`.'),
  ];
}
