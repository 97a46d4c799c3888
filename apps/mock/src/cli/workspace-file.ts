import { readFile } from 'node:fs/promises';
import type { MockOptions } from '../options.ts';

/** An invalid workspace file. The message contains the reason. */
export class WorkspaceFileError extends Error {
  override readonly name = 'WorkspaceFileError';
}

/**
 * Reads the file of `--workspace`. The sandbox validates its content. Without a file, the default workspace is used.
 */
export async function readWorkspaceFile(
  name: string | undefined,
): Promise<Pick<MockOptions, 'workspace'>> {
  if (name === undefined) return {};
  return { workspace: parse(await read(name), name) };
}

async function read(name: string): Promise<string> {
  try {
    return await readFile(name, 'utf8');
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? error.code : error;
    throw new WorkspaceFileError(`${name} cannot be read (${code})`);
  }
}

function parse(text: string, name: string) {
  try {
    return JSON.parse(text.replace(/^\uFEFF/, ''));
  } catch {
    throw new WorkspaceFileError(`${name} is not JSON`);
  }
}
