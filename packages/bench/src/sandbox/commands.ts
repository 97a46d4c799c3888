import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { bundlePath } from '@telecrm/spec/files';

export type Name = 'sandbox' | 'Prism' | 'Steady' | 'Scalar';

/** How a server is started. */
export interface Command {
  /** The path before `/enterprise`; only the sandbox serves that of production. */
  base: string;
  program: string;
  args(port: number): string[];
}

const { resolve } = createRequire(import.meta.url);
const folderOf = (name: string, from = resolve) => dirname(from(`${name}/package.json`));
const document = bundlePath('sync', 'json');

// None writes a log: it would cost time that the others do not pay for.
export const commands: Record<Name, Command> = {
  sandbox: {
    base: '/autoupdate/v2',
    program: process.execPath,
    args: (port) => [join(folderOf('@telecrm/mock'), 'dist/bin.js'), '--port', String(port)],
  },
  Prism: {
    base: '',
    program: process.execPath,
    args: (port) => [
      join(folderOf('@stoplight/prism-cli'), 'dist/index.js'),
      ...['mock', document, '-p', String(port), '-h', '127.0.0.1', '-v', 'silent'],
    ],
  },
  Steady: {
    base: '',
    program: steady(),
    args: (port) => ['--host', '127.0.0.1', '-p', String(port), '--log=false', document],
  },
  Scalar: {
    base: '',
    program: process.execPath,
    args: (port) => [
      fileURLToPath(new URL('scalar.ts', import.meta.url)),
      ...[document, String(port)],
    ],
  },
};

/** The program of this platform; what npm puts on the path is a script that starts it and waits. */
function steady(): string {
  const cli = folderOf('@stdy/cli');
  const near = createRequire(join(cli, 'package.json')).resolve;
  return join(folderOf(`@stdy/cli-${process.platform}-${process.arch}`, near), 'bin/steady');
}
