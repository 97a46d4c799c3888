import { execFile } from 'node:child_process';
import { mkdir, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';

/**
 * Type-checks programs, keyed by name, in strict mode and returns the output of the compiler. The programs may import
 * the files.
 */
export async function compile(
  group: string,
  programs: Record<string, string>,
  files: Record<string, string> = {},
): Promise<string> {
  const folder = fileURLToPath(new URL(`../../reports/${group}`, import.meta.url));
  await rm(folder, { recursive: true, force: true });
  await mkdir(folder, { recursive: true });
  for (const [name, code] of Object.entries(programs)) {
    await writeFile(join(folder, `${name.replaceAll(/\W+/g, '-')}.ts`), code);
  }
  for (const [name, code] of Object.entries(files)) await writeFile(join(folder, name), code);
  const config = {
    extends: '../../../../tsconfig.base.json',
    compilerOptions: { types: ['node'] },
    include: ['*.ts'],
  };
  await writeFile(join(folder, 'tsconfig.json'), JSON.stringify(config));
  const manifest = fileURLToPath(import.meta.resolve('typescript/package.json'));
  const tsc = manifest.replace('package.json', 'bin/tsc');
  const { stdout } = await promisify(execFile)(process.execPath, [tsc, '-p', folder]).catch(
    (failed: { stdout: string }) => failed,
  );
  return stdout;
}
