import { readFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import { resolveDefinition } from '@telecrm/workspace';
import { type ParseError, parseTree, printParseErrorCode } from 'jsonc-parser';
import { createLineIndex, createPositions } from '../json/position.ts';
import { misuse } from '../program/exit-codes.ts';
import type { Definition } from './definition.ts';

/** The name of the workspace file where no other is given. */
export const defaultFileName = 'telecrm.workspace.json';

/** A workspace file that can be used. */
export interface WorkspaceFile {
  /** The name that it was asked for by. */
  readonly name: string;
  /** The parts that stand in it, with defaults filled in and types spelt in the same way. */
  readonly content: Readonly<Record<string, unknown>>;
  /** The whole definition: a part that the file leaves out is the one of the default sandbox workspace. */
  readonly definition: Definition;
}

/** Reads a workspace file. What is wrong with it is reported with line and column, all at once. */
export async function readWorkspaceFile(cwd: string, name: string): Promise<WorkspaceFile> {
  const file = await readWorkspaceFileIfThere(cwd, name);
  if (file) return file;
  throw misuse(
    `there is no ${name}`,
    'Run `telecrm pull` to write it from your workspace, or name it with --workspace.',
  );
}

/** The same, where the file may be missing. */
export async function readWorkspaceFileIfThere(
  cwd: string,
  name: string,
): Promise<WorkspaceFile | undefined> {
  const text = await readTextIfThere(resolve(cwd, name), name);
  return text === undefined ? undefined : parseWorkspaceFile(text, name);
}

/** The text of a file, or nothing where there is none. */
export async function readTextIfThere(path: string, name: string): Promise<string | undefined> {
  try {
    return await readFile(path, 'utf8');
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? error.code : undefined;
    if (code === 'ENOENT') return undefined;
    throw misuse(`${name} cannot be read (${code})`);
  }
}

export function parseWorkspaceFile(text: string, name: string): WorkspaceFile {
  const sent = parseObject(text.replace(/^\uFEFF/, ''), name);
  const resolved = resolveDefinition(sent);
  if (resolved.ok) {
    const { definition } = resolved;
    const { $schema } = sent;
    const given = Object.entries(definition).filter(([part]) => Object.hasOwn(sent, part));
    const content = { ...($schema !== undefined && { $schema }), ...Object.fromEntries(given) };
    return { name, content, definition };
  }
  const positionOf = createPositions(text);
  const lines = resolved.problems.map(({ field, problem, fix }) => {
    const { line, column } = positionOf(field);
    return `${name}:${line}:${column} ${field} ${problem}: ${fix}`;
  });
  throw misuse(`the workspace file cannot be used\n${lines.join('\n')}`);
}

function parseObject(text: string, name: string): Record<string, unknown> {
  const errors: ParseError[] = [];
  const tree = parseTree(text, errors, { disallowComments: true });
  const [first] = errors;
  if (first) {
    const { line, column } = createLineIndex(text)(first.offset);
    const problem = printParseErrorCode(first.error).replace(/(?<=[a-z])(?=[A-Z])/g, ' ');
    throw misuse(`${name}:${line}:${column} is not JSON: ${problem.toLowerCase()}`);
  }
  if (tree?.type !== 'object')
    throw misuse(`${name} is not a workspace file: it is no JSON object`);
  return JSON.parse(text);
}
