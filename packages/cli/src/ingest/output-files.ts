import { realpath } from 'node:fs/promises';
import { basename, dirname, extname, join, resolve } from 'node:path';
import { assertWritable } from '../files/output-file.ts';
import { misuse } from '../program/exit-codes.ts';

/** The files that the command writes, by the names that the user passed. */
export interface OutputFiles {
  readonly mapping: string;
  readonly journal: string;
  readonly failed: string;
}

/** The names of these files, which are derived from the name of the file of leads unless the options contain them. */
export function outputFilesOf(
  file: string,
  options: {
    readonly mapping?: string | undefined;
    readonly journal?: string | undefined;
    readonly failed?: string | undefined;
  },
): OutputFiles {
  return {
    mapping: options.mapping ?? `${file}.mapping.json`,
    journal: options.journal ?? `${file}.journal`,
    failed: options.failed ?? failedNameOf(file),
  };
}

/** `leads.csv` becomes `leads.failed.csv`, and that becomes `leads.failed.failed.csv`. */
function failedNameOf(file: string): string {
  const extension = extname(file);
  return join(dirname(file), `${basename(file, extension)}.failed${extension}`);
}

/** Rejects files that cannot be written, and files that would overwrite each other or an input. */
export async function checkOutputFiles(
  cwd: string,
  { mapping, journal, failed }: OutputFiles,
  inputs: readonly string[],
): Promise<void> {
  const outputs = [
    ['--mapping', mapping],
    ['--journal', journal],
    ['--failed', failed],
  ] as const;
  const taken = new Map<string, string>();
  for (const name of inputs) taken.set(await identify(cwd, name), name);
  for (const [flag, name] of outputs) {
    const path = await identify(cwd, name);
    const other = taken.get(path);
    if (other !== undefined) {
      throw misuse(`${flag} ${name} is the same file as ${other}`, 'Pass another name.');
    }
    taken.set(path, `${flag} ${name}`);
  }
  await assertWritable(resolve(cwd, journal), journal);
  await assertWritable(resolve(cwd, failed), failed);
}

/** The path of a file without symbolic links, even if the file does not exist yet. */
async function identify(cwd: string, name: string): Promise<string> {
  const path = resolve(cwd, name);
  try {
    return await realpath(path);
  } catch {
    const folder = await realpath(dirname(path)).catch(() => dirname(path));
    return join(folder, basename(path));
  }
}
