import { execFile } from 'node:child_process';
import { mkdir, writeFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { type Program, programs } from './programs.ts';

const run = promisify(execFile);
const packageRoot = fileURLToPath(new URL('../..', import.meta.url));

/** The folder in which a program is checked, with the modules that it imports. */
export const folderOf = (program: Program) => `${packageRoot}reports/types/${program}`;

export type Compiler = 'typescript' | 'typescript-7';

/** The cost of checking a program. */
export interface TypeCost {
  instantiations: number;
  /** The time of the whole compiler, in seconds; the minimum of several runs. */
  seconds: number;
}

export async function typeCost(
  program: Program,
  compiler: Compiler,
  runs: number,
): Promise<TypeCost> {
  const folder = folderOf(program);
  await mkdir(folder, { recursive: true });
  await writeFile(`${folder}/main.ts`, programs[program]);
  const compilerOptions = {
    target: 'es2024',
    module: 'nodenext',
    lib: ['es2024', 'dom', 'dom.iterable'],
    types: [],
    strict: true,
    skipLibCheck: true,
    noEmit: true,
    extendedDiagnostics: true,
  };
  await writeFile(
    `${folder}/tsconfig.json`,
    JSON.stringify({ compilerOptions, files: ['main.ts'] }),
  );
  const tsc = `${packageRoot}node_modules/${compiler}/bin/tsc`;
  const costs: TypeCost[] = [];
  for (let n = 0; n < runs; n++) {
    const { stdout } = await run(process.execPath, [tsc, '-p', folder]).catch((failed) => {
      throw new Error(failed.stdout);
    });
    costs.push({
      instantiations: figure(stdout, 'Instantiations'),
      seconds: figure(stdout, 'Total time'),
    });
  }
  const [first] = costs;
  if (!first) throw new Error('at least one run is needed');
  return { ...first, seconds: Math.min(...costs.map(({ seconds }) => seconds)) };
}

function figure(diagnostics: string, name: string): number {
  const value = new RegExp(`^${name}:\\s+([\\d.]+)`, 'm').exec(diagnostics)?.[1];
  if (value === undefined) throw new Error(`the compiler says nothing about ${name}`);
  return Number(value);
}
