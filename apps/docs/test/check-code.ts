import { execFile } from 'node:child_process';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import php from 'php-parser';

/** Checks the TypeScript files of a folder and returns what the compiler has to say. */
export async function compile(folder: string): Promise<string> {
  const config = {
    extends: '../../../../tsconfig.base.json',
    compilerOptions: { types: ['node'] },
    include: ['*.ts'],
  };
  await writeFile(join(folder, 'tsconfig.json'), JSON.stringify(config));
  const tsc = fileURLToPath(import.meta.resolve('typescript/package.json')).replace(
    'package.json',
    'bin/tsc',
  );
  const { stdout } = await promisify(execFile)(process.execPath, [tsc, '-p', folder]).catch(
    (failed: { stdout: string }) => failed,
  );
  return stdout;
}

/** Parses PHP and returns the number of its statements; throws where it is none. */
export function parsePhp(code: string): number {
  const parser = new php.Engine({ parser: { suppressErrors: false } });
  return parser.parseCode(code, 'sample.php').children.length;
}
