import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { bundlePath } from '@telecrm/spec/files';
import { apis } from '@telecrm/spec/model';

/** The servers to be measured. */
export type ServerName = 'sandbox' | 'Prism' | 'Steady' | 'Scalar' | 'bare node:http';

/** How to start a server. */
export interface ServerCommand {
  /** The path before `/enterprise`; only the sandbox uses the path of production. */
  base: string;
  program: string;
  args(port: number): string[];
  /** Whether it rejects requests that violate the spec when it is started in this way. */
  validates: boolean;
}

const { resolve } = createRequire(import.meta.url);
const folderOf = (name: string, from = resolve) => dirname(from(`${name}/package.json`));
const script = (name: string) => fileURLToPath(new URL(name, import.meta.url));
const document = bundlePath('sync', 'json');

// None of them logs requests, which would cost time.
export const servers: Readonly<Record<ServerName, ServerCommand>> = {
  sandbox: {
    base: '/autoupdate/v2',
    program: process.execPath,
    args: (port) => [join(folderOf('@telecrm/mock'), 'bin.cjs'), '--port', String(port)],
    validates: true,
  },
  Prism: {
    base: '',
    program: process.execPath,
    args: (port) => [
      join(folderOf('@stoplight/prism-cli'), 'dist/index.js'),
      ...['mock', document, '-p', String(port), '-h', '127.0.0.1', '-v', 'silent'],
    ],
    validates: true,
  },
  Steady: {
    base: '',
    program: steady(),
    args: (port) => ['--host', '127.0.0.1', '-p', String(port), '--quiet', document],
    validates: true,
  },
  Scalar: {
    base: '',
    program: process.execPath,
    args: (port) => [script('programs/scalar.ts'), document, String(port)],
    validates: true,
  },
  'bare node:http': {
    base: '',
    program: process.execPath,
    args: (port) => [script('programs/bare.ts'), responses(), String(port)],
    validates: false,
  },
};

/** The binary for this platform; npm's command is only a script that starts it and waits. */
function steady(): string {
  const cli = folderOf('@stdy/cli');
  const near = createRequire(join(cli, 'package.json')).resolve;
  return join(folderOf(`@stdy/cli-${process.platform}-${process.arch}`, near), 'bin/steady');
}

/** The spec's first example of each successful response. */
function responses(): string {
  const { operation } = apis().sync;
  const example = (id: string) => {
    const success = operation(id).responses.find(({ status }) => status.startsWith('2'));
    return success?.content?.examples[0]?.value;
  };
  return JSON.stringify({
    create: example('createLead'),
    get: example('getLead'),
    search: example('searchLeads'),
  });
}
