import { parseArgs } from 'node:util';
import { introduce } from './introduction.ts';
import { version } from './release.ts';
import { startMock } from './start.ts';

const help = `telecrm-mock: both telecrm APIs on one port of this machine

  telecrm-mock [--port 4010] [--host 127.0.0.1]

  --port N    the port to listen on, 4010 by default; 0 takes a free one
  --host H    the address to listen on, 127.0.0.1 by default; 0.0.0.0 opens it to other machines
  --version   prints the version
  --help      prints this
`;

/** What the command line asks for, or what is wrong with it. */
type Command = { say: string } | { port: number; host: string } | { misuse: string };

/** Runs the command and resolves with its exit code, which is once the mock has stopped. */
export async function run(args: string[]): Promise<number> {
  const command = read(args);
  if ('misuse' in command) return complain(`${command.misuse} (--help shows what there is)`, 2);
  if ('say' in command) {
    process.stdout.write(command.say);
    return 0;
  }
  const stopped = signal();
  try {
    const mock = await startMock(command);
    process.stdout.write(introduce(mock));
    await stopped;
    await mock.close();
    return 0;
  } catch (error) {
    return complain(whyNot(error, command), 1);
  }
}

function read(args: string[]): Command {
  try {
    const { values } = parseArgs({
      args,
      options: {
        port: { type: 'string', default: '4010' },
        host: { type: 'string', default: '127.0.0.1' },
        help: { type: 'boolean', short: 'h' },
        version: { type: 'boolean', short: 'v' },
      },
    });
    if (values.help) return { say: help };
    if (values.version) return { say: `${version}\n` };
    const port = /^\d{1,5}$/.test(values.port) ? Number(values.port) : Number.NaN;
    if (!(port <= 65535)) return { misuse: '--port takes a whole number from 0 to 65535' };
    if (values.host === '') return { misuse: '--host takes an address' };
    return { port, host: values.host };
  } catch (error) {
    const [misuse = ''] = String(error instanceof Error ? error.message : error).split(/\.\s/);
    return { misuse };
  }
}

function whyNot(error: unknown, { port, host }: { port: number; host: string }): string {
  switch (error instanceof Error && 'code' in error && error.code) {
    case 'EADDRINUSE':
      return `port ${port} is taken: stop what uses it, or pass another --port (0 takes a free one)`;
    case 'EACCES':
      return `port ${port} is not for this user: pass a --port above 1023`;
    case 'EADDRNOTAVAIL':
    case 'ENOTFOUND':
      return `${host} is no address of this machine: pass another --host`;
    default:
      return String(error).split('\n')[0] ?? '';
  }
}

function complain(why: string, exitCode: number): number {
  process.stderr.write(`telecrm-mock: ${why}\n`);
  return exitCode;
}

function signal(): Promise<void> {
  return new Promise((resolve) => {
    process.once('SIGINT', () => resolve());
    process.once('SIGTERM', () => resolve());
  });
}
