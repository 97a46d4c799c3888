import { readEnvironment } from '../connection/environment.ts';
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
  ['telecrm doctor', 'what is wrong with tokens, ID, addresses, clock and files'],
  ['telecrm doctor --env-file .env.production', 'with the variables of a file'],
);

/** `telecrm doctor`: explains why calls fail. */
export function doctorCommand({ terminal, exitWith }: CommandContext) {
  return createCommand('doctor')
    .summary('find out why calls do not work')
    .description(
      "Tries the tokens on both APIs and says what is wrong, which telecrm's own 401 does not: which token is of which type, whether the enterprise ID fits, which address answers, whether the clock is right, and whether the workspace file is up to date. It changes nothing: the Sync API is read, and the Async API gets a lead without any field, of which telecrm makes nothing.",
    )
    .addOption(workspaceOption())
    .option('--out <file>', 'the file of types', 'telecrm.d.ts')
    .addHelpText('after', help)
    .action(async (options) => {
      const output = createOutput(terminal, options);
      const env = await readEnvironment(terminal, options);
      const { diagnoses, canRead } = await diagnoseTokens(env);
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
