import { parseArgs } from 'node:util';
import { facts } from '@telecrm/sandbox/adapter';
import { hasDefaultWorkspace } from '../default-workspace.ts';
import type { MockOptions } from '../options.ts';
import { numberOf, tokenOf, UsageError } from './flag-values.ts';
import { readServiceFlags, serviceFlags, serviceHelp } from './service-flags.ts';
import { readSharingFlags, sharingFlags, sharingHelp } from './sharing-flags.ts';

const help = `telecrm-mock: both telecrm APIs on one port of this machine, with a workspace behind them

  telecrm-mock [--port 4010] [--host 127.0.0.1] [--state FILE] …

  --port N            the port to listen on, 4010 by default; 0 chooses a free one
  --host H            the address to listen on, 127.0.0.1 by default; with 0.0.0.0, other machines can reach it
  --workspace FILE    a telecrm.workspace.json that defines the workspace, completely or in part
  --state FILE        stores everything in this SQLite database, which is created if it does not exist
  --database-url URL  stores everything in this Postgres database, which other processes can share: postgres://…;
                      the variable DATABASE_URL does the same
  --async-delay MS    milliseconds until a queued lead is processed, 50 by default
  --rate-limit N      requests per hour per token; by default ${facts.requestsPerHour.async} on the Async API and no limit on the Sync API
  --control-token T   requires this bearer token under /_sandbox/, which otherwise accepts only calls from this machine;
                      the variable TELECRM_CONTROL_TOKEN does the same
${sharingHelp}
${serviceHelp}
  --deterministic     fixes the clock and the IDs, so that the same calls give the same bytes
  --stateless         returns the examples of the API description for every request, and stores nothing
  --strict            returns a 500 if a response of the sandbox would violate the API description
  --version           prints the version
  --help              prints this
`;

/** The options for starting the sandbox. */
export interface StartCommand {
  options: MockOptions & { port: number; host: string };
  workspaceFile?: string;
}

/** The command on the command line, or the error in it. */
export type Command = { text: string } | StartCommand | { misuse: string };

/** For containers that are started without flags, such as CI services, and to hide the token from process lists. */
const tokenVariable = 'TELECRM_CONTROL_TOKEN';

/** The variable in which many hosting providers pass the address of the database. */
const databaseVariable = 'DATABASE_URL';

export function parseCommand(args: string[], env: NodeJS.ProcessEnv = process.env): Command {
  try {
    const { values } = parseArgs({
      args,
      options: {
        port: { type: 'string', default: '4010' },
        host: { type: 'string', default: '127.0.0.1' },
        workspace: { type: 'string' },
        state: { type: 'string' },
        'database-url': { type: 'string' },
        'async-delay': { type: 'string' },
        'rate-limit': { type: 'string' },
        'control-token': { type: 'string' },
        ...sharingFlags,
        ...serviceFlags,
        deterministic: { type: 'boolean', default: false },
        stateless: { type: 'boolean', default: false },
        strict: { type: 'boolean', default: false },
        help: { type: 'boolean', short: 'h' },
        version: { type: 'boolean', short: 'v' },
      },
    });
    if (values.help) return { text: help };
    if (values.version) return { text: `${facts.version}\n` };
    const { host, state, workspace, deterministic, stateless, strict } = values;
    const controlToken = tokenOf(values['control-token'], '--control-token', tokenVariable, env);
    const asyncDelayMs = numberOf(values['async-delay'], '--async-delay', 0, 600_000);
    const requestsPerHour = numberOf(values['rate-limit'], '--rate-limit', 1, 1_000_000_000);
    if (host === '') throw new UsageError('--host needs an address');
    if (workspace === '') throw new UsageError('--workspace needs the name of a file');
    if (state === '') throw new UsageError('--state needs the name of a file');
    const databaseUrl = readDatabaseUrl(values['database-url'], env[databaseVariable], state);
    const sharing = readSharingFlags(values, env);
    if (workspace !== undefined && !hasDefaultWorkspace(sharing)) {
      throw new UsageError(
        '--workspace defines the default workspace, so with --admin-token it needs --default-workspace',
      );
    }
    return {
      ...(workspace !== undefined && { workspaceFile: workspace }),
      options: {
        port: numberOf(values.port, '--port', 0, 65_535) ?? 0,
        ...{ host, deterministic, stateless, strict },
        ...sharing,
        ...readServiceFlags(values, host),
        ...(state !== undefined && { state }),
        ...(databaseUrl !== undefined && { databaseUrl }),
        ...(asyncDelayMs !== undefined && { asyncDelayMs }),
        ...(requestsPerHour !== undefined && { requestsPerHour }),
        ...(controlToken !== undefined && { controlToken }),
      },
    };
  } catch (error) {
    const [misuse = ''] = String(error instanceof Error ? error.message : error).split(/\.\s/);
    return { misuse };
  }
}

/** A file named on the command line takes precedence over the variable, which may be meant for another program. */
function readDatabaseUrl(
  flag: string | undefined,
  variable: string | undefined,
  state: string | undefined,
): string | undefined {
  if (flag !== undefined && state !== undefined) {
    throw new UsageError('use either --state or --database-url, not both');
  }
  const url = flag ?? (state === undefined ? variable : undefined);
  if (url === undefined || /^postgres(ql)?:\/\/./.test(url)) return url;
  const name = flag === undefined ? databaseVariable : '--database-url';
  throw new UsageError(`${name} must have the form postgres://user:password@host:port/database`);
}
