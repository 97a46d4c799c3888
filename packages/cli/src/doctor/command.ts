import { readEnvironment } from '../connection/environment.ts';
import { fileName } from '../program/arguments.ts';
import { createCommand, examples } from '../program/command.ts';
import type { CommandContext } from '../program/context.ts';
import { exitCodes } from '../program/exit-codes.ts';
import { createOutput } from '../terminal/output.ts';
import { printable } from '../terminal/printable.ts';
import type { Style } from '../terminal/style.ts';
import { workspaceOption } from '../workspace-file/option.ts';
import type { Diagnosis } from './diagnosis.ts';
import { diagnoseSettings } from './settings.ts';
import { diagnoseTokens } from './tokens.ts';
import { diagnoseWorkspace } from './workspace.ts';

const help = examples(
  ['telecrm doctor', 'check tokens, enterprise ID, base URLs, clock and files'],
  ['telecrm doctor --env-file .env.production', 'use the variables in a file'],
);

/** `telecrm doctor`: explains why calls fail. */
export function doctorCommand({ terminal, exitWith }: CommandContext) {
  return createCommand('doctor')
    .summary('find out why calls fail')
    .description(
      "Finds out why calls fail, which telecrm's own 401 does not say: tries the tokens on both APIs, and checks the type of each token, the enterprise ID, the base URLs, the clock and the workspace file. Changes nothing: it reads from the Sync API, and sends the Async API a lead without fields, which telecrm discards.",
    )
    .addOption(workspaceOption())
    .option('--out <file>', 'the file with the types', fileName, 'telecrm.d.ts')
    .addHelpText('after', help)
    .action(async (options) => {
      const output = createOutput(terminal, options);
      const env = await readEnvironment(terminal, options);
      const { diagnoses, canRead } = await diagnoseTokens(env, terminal.signal);
      const { workspace, out } = options;
      const all = [
        ...diagnoseSettings(env),
        ...diagnoses,
        ...(await diagnoseWorkspace(terminal, env, { workspace, out, canRead })),
      ];
      const isOk = all.every(({ status }) => status === 'ok' || status === 'skipped');
      output.result({ ok: isOk, diagnoses: all }, () =>
        all.map((diagnosis) => describe(diagnosis, output.style)).join('\n'),
      );
      if (all.some(({ status }) => status === 'unreachable')) exitWith(exitCodes.unreachable);
      else if (!isOk) exitWith(exitCodes.found);
    });
}

function describe({ name, status, message, fix }: Diagnosis, style: Style): string {
  const marks = {
    ok: style.green('ok     '),
    skipped: style.dim('skipped'),
    warning: style.yellow('warning'),
    problem: style.red('problem'),
    unreachable: style.red('offline'),
  };
  const line = `${marks[status]}  ${style.bold(printable(name))} ${printable(message)}`;
  return fix === undefined ? line : `${line}\n         ${printable(fix)}`;
}
