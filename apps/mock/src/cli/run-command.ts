import { DatabaseError } from '@telecrm/sql/database-error';
import { hasDefaultWorkspace } from '../default-workspace.ts';
import { TlsFileError } from '../http/tls.ts';
import { ProxyAddressError } from '../http/trust/proxy-trust.ts';
import type { Mock, MockOptions } from '../options.ts';
import { missingNode } from '../prism/required-node.ts';
import { startMock } from '../start-mock.ts';
import { parseCommand, type StartCommand } from './parse-command.ts';
import { startupBanner } from './startup-banner.ts';
import { readWorkspaceFile, WorkspaceFileError } from './workspace-file.ts';
import { limitYoungGeneration } from './young-generation.ts';

/** Runs the command and resolves to its exit code once the sandbox has stopped. */
export async function runCommand(args: string[]): Promise<number> {
  const command = parseCommand(args);
  if ('misuse' in command) return fail(`${command.misuse} (see --help)`, 2);
  if ('text' in command) {
    process.stdout.write(command.text);
    return 0;
  }
  // From now on no signal ends the process immediately, so that no data is lost; a second one aborts the shutdown.
  const signals = stopSignals();
  limitYoungGeneration(isService(command.options) ? 16 * 2 ** 20 : 0);
  try {
    const mock = await start(command);
    if (command.options.logFormat !== 'json') {
      process.stdout.write(startupBanner(mock, hasDefaultWorkspace(command.options)));
    }
    await signals.first;
    signals.second.then(() => mock.close({ now: true }));
    await mock.close();
    // Connections to a database that does not respond must not keep the process alive.
    setTimeout(() => process.exit(), 200).unref();
    return 0;
  } catch (error) {
    return fail(explainFailure(error, command), 1);
  }
}

/**
 * Whether it probably has many clients, which need a larger young generation. On a developer's machine, memory matters
 * more.
 */
function isService({ state, databaseUrl, maxInFlight }: MockOptions): boolean {
  return state !== undefined || databaseUrl !== undefined || maxInFlight !== undefined;
}

async function start({ options, workspaceFile }: StartCommand): Promise<Mock> {
  return startMock({ ...options, ...(await readWorkspaceFile(workspaceFile)) });
}

function explainFailure(error: unknown, { options, workspaceFile }: StartCommand): string {
  const { port, host, healthPort, stateless } = options;
  const missing = stateless ? missingNode() : undefined;
  if (missing) return `--stateless ${missing}`;
  if (
    error instanceof DatabaseError ||
    error instanceof WorkspaceFileError ||
    error instanceof TlsFileError
  ) {
    return error.message;
  }
  // The database can also fail after it was opened.
  if (error instanceof Error && error.cause instanceof DatabaseError) return error.cause.message;
  if (error instanceof ProxyAddressError) return `--trust-proxy: ${error.message}`;
  // The error of the sandbox for an invalid definition.
  if (workspaceFile !== undefined && error instanceof TypeError) {
    return `${workspaceFile} is invalid: ${error.message}`;
  }
  switch (error instanceof Error && 'code' in error && error.code) {
    case 'EADDRINUSE':
      if (Object(error).port === healthPort && healthPort !== port) {
        return `port ${healthPort} is in use: stop the program that uses it, or pass another --health-port`;
      }
      return `port ${port} is in use: stop the program that uses it, or pass another --port (0 chooses a free one)`;
    case 'EACCES':
      return `port ${port} needs more permissions than this user has: pass a --port above 1023`;
    case 'EADDRNOTAVAIL':
    case 'ENOTFOUND':
      return `${host} is not an address of this machine: pass another --host`;
    default:
      return String(error).split('\n')[0] ?? '';
  }
}

function fail(why: string, exitCode: number): number {
  process.stderr.write(`telecrm-mock: ${why}\n`);
  return exitCode;
}

/** The signals that request the end of the process. */
function stopSignals(): { first: Promise<void>; second: Promise<void> } {
  const [first, second] = [Promise.withResolvers<void>(), Promise.withResolvers<void>()];
  let count = 0;
  const onSignal = () => {
    count++;
    (count === 1 ? first : second).resolve();
  };
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, onSignal);
  return { first: first.promise, second: second.promise };
}
