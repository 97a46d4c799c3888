import { execFile } from 'node:child_process';
import { writeFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';

const run = promisify(execFile);

/** The programs that run the compilers that the client supports. */
const programs = {
  // This compiler does not check the types of other packages, because that takes long.
  typescript: ['tsc.mjs'],
  'typescript-7': ['../../node_modules/typescript-7/bin/tsc', '-p'],
} as const;

export type Compiler = keyof typeof programs;

export const compilers: readonly Compiler[] = ['typescript', 'typescript-7'];

export interface Project {
  folder: string;
  /** The name of its `tsconfig` file. */
  name: string;
  files: readonly string[];
  compilerOptions: Record<string, unknown>;
}

/** The errors that a compiler reports for a project. */
export async function compile(compiler: Compiler, project: Project): Promise<string> {
  const { folder, name, files, compilerOptions } = project;
  const config = `${folder}/tsconfig.${name}.json`;
  await writeFile(config, JSON.stringify({ compilerOptions, files }));
  const [program, ...args] = programs[compiler];
  const file = fileURLToPath(new URL(program, import.meta.url));
  // The process fails if there are errors, which are in its output.
  const { stdout, stderr } = await run(process.execPath, [file, ...args, config], {
    cwd: folder,
  }).catch((failed) => failed);
  return stdout + stderr;
}
