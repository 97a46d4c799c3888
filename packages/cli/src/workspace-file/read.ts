import { readFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import { resolveDefinition } from '@telecrm/workspace';
import { fileErrorFix } from '../files/file-error.ts';
import { isObject } from '../json/json.ts';
import { parseJsonFile } from '../json/parse-json-file.ts';
import { createPositions } from '../json/position.ts';

import { misuse } from '../program/exit-codes.ts';
import type { Definition } from './definition.ts';

/** The default name of the workspace file. */
export const defaultFileName = 'telecrm.workspace.json';

/** A valid workspace file. */
export interface WorkspaceFile {
  /** Its name as given by the user. */
  readonly name: string;
  /** The parts in the file, with defaults filled in and the names of types normalized. */
  readonly content: Readonly<Record<string, unknown>>;
  /** The complete definition: parts missing from the file are those of the default sandbox workspace. */
  readonly definition: Definition;
}

/** Reads a workspace file. All problems are reported together, with line and column. */
export async function readWorkspaceFile(cwd: string, name: string): Promise<WorkspaceFile> {
  const file = await readWorkspaceFileIfExists(cwd, name);
  if (file) return file;
  throw misuse(
    `there is no ${name}`,
    'Run `telecrm pull` to write it from your workspace, or name it with --workspace.',
  );
}

/** The same, but the file may be missing. */
export async function readWorkspaceFileIfExists(
  cwd: string,
  name: string,
): Promise<WorkspaceFile | undefined> {
  const text = await readTextIfExists(resolve(cwd, name), name);
  return text === undefined ? undefined : parseWorkspaceFile(text, name);
}

/** The text of a file, or `undefined` if it does not exist. */
export async function readTextIfExists(path: string, name: string): Promise<string | undefined> {
  try {
    return await readFile(path, 'utf8');
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? error.code : undefined;
    if (code === 'ENOENT') return undefined;
    throw misuse(`${name} cannot be read (${code})`, fileErrorFix(code));
  }
}

export function parseWorkspaceFile(content: string, name: string): WorkspaceFile {
  // Without a byte order mark.
  const text = content.replace(/^\uFEFF/, '');
  const sent = parseObject(text, name);
  const resolved = resolveDefinition(sent);
  if (resolved.ok) {
    const { definition } = resolved;
    const { $schema } = sent;
    const given = Object.entries(definition).filter(([part]) => Object.hasOwn(sent, part));
    const parts = { ...($schema !== undefined && { $schema }), ...Object.fromEntries(given) };
    return { name, content: parts, definition };
  }
  const positionOf = createPositions(text);
  const lines = resolved.problems.map(({ field, problem, fix }) => {
    const { line, column } = positionOf(field);
    return `${name}:${line}:${column} ${field} ${problem}: ${fix}`;
  });
  // A key that resembles none may be one that this version does not know yet.
  const isNewer = resolved.problems.some(
    ({ problem, fix }) => problem === 'is not known' && fix.startsWith('remove it'),
  );
  throw misuse(
    `the workspace file cannot be used\n${lines.join('\n')}`,
    isNewer ? 'If a newer version of telecrm wrote the file, update @telecrm/cli.' : undefined,
  );
}

function parseObject(text: string, name: string): Readonly<Record<string, unknown>> {
  const content = parseJsonFile(text, name);
  if (isObject(content)) return content;
  throw misuse(`${name} is not a workspace file: it is not a JSON object`);
}
