import { once } from 'node:events';
import { InvalidArgumentError } from '@commander-js/extra-typings';
import { createCommand, examples } from '../program/command.ts';
import type { CommandContext } from '../program/context.ts';
import { exitCodes, misuse } from '../program/exit-codes.ts';
import { createOutput } from '../terminal/output.ts';
import { workspaceOption } from '../workspace-file/option.ts';
import { readWorkspaceFile } from '../workspace-file/read.ts';

const help = examples(
  ['telecrm sandbox', 'your workspace on port 4010'],
  ['telecrm sandbox --port 0 --json', 'use a free port, and print the addresses as JSON'],
);

/** `telecrm sandbox`: starts a sandbox with the workspace of the workspace file. */
export function sandboxCommand({ terminal, exitWith }: CommandContext) {
  return createCommand('sandbox')
    .summary('run both APIs on this machine with your workspace')
    .description(
      'Starts the sandbox of @telecrm/mock with the fields, options, actions, pipeline and team of the workspace file. It stores, finds, drops and rejects as telecrm does, and shows what it dropped and why. Press Ctrl-C to stop it.',
    )
    .addOption(workspaceOption())
    .option('--port <n>', 'the port; 0 chooses a free one', portNumber, 4010)
    .option('--host <address>', 'the address to listen on', '127.0.0.1')
    .addHelpText('after', help)
    .action(async (options) => {
      const { signal, cwd } = terminal;
      const output = createOutput(terminal, options);
      const { content, name } = await readWorkspaceFile(cwd, options.workspace);
      // Imported on demand: loading it takes longer than everything else, and no other command needs it.
      const { startMock } = await import('@telecrm/mock');
      const { port, host } = options;
      await using mock = await startMock({ port, host, workspace: content }).catch((error) => {
        throw describe(error, options);
      });
      const { enterpriseId, syncToken, asyncToken } = mock.workspace;
      const variables = {
        TELECRM_ENTERPRISE_ID: enterpriseId,
        TELECRM_SYNC_TOKEN: syncToken,
        TELECRM_ASYNC_TOKEN: asyncToken,
        TELECRM_SYNC_URL: mock.baseUrls.sync,
        TELECRM_ASYNC_URL: mock.baseUrls.async,
      };
      output.result({ ok: true, url: mock.url, workspace: name, env: variables }, () => {
        const lines = Object.entries(variables).map(([key, value]) => `export ${key}=${value}`);
        return [
          `The workspace of ${name} is listening on ${mock.url}`,
          `What it dropped and why: ${mock.url}/_sandbox/`,
          ...['', ...lines],
        ].join('\n');
      });
      if (!signal.aborted) await once(signal, 'abort');
      // Ctrl-C is the intended way to end it.
      exitWith(exitCodes.ok);
    });
}

function portNumber(text: string): number {
  const port = Number(text);
  if (/^\d{1,5}$/.test(text) && port <= 65_535) return port;
  throw new InvalidArgumentError('It must be a port from 0 to 65535.');
}

function describe(error: unknown, { port, host }: { port: number; host: string }): unknown {
  switch (error instanceof Error && 'code' in error && error.code) {
    case 'EADDRINUSE':
      return misuse(
        `port ${port} is in use`,
        'Stop the program that uses it, or pass --port 0 for a free one.',
      );
    case 'EACCES':
      return misuse(
        `port ${port} needs more permissions than this user has`,
        'Pass a --port above 1023.',
      );
    case 'EADDRNOTAVAIL':
    case 'ENOTFOUND':
      return misuse(`${host} is not an address of this machine`, 'Pass another --host.');
    default:
      return error;
  }
}
