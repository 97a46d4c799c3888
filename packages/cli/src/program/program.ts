import { Command } from '@commander-js/extra-typings';
import { checkCommand } from '../check/command.ts';
import { doctorCommand } from '../doctor/command.ts';
import { ingestCommand } from '../ingest/command.ts';
import { pullCommand } from '../pull/command.ts';
import { sandboxCommand } from '../sandbox/command.ts';
import { printable } from '../terminal/printable.ts';
import { typesCommand } from '../types/command.ts';
import { examples } from './command.ts';
import type { CommandContext } from './context.ts';
import { version } from './version.ts';

const exitCodeHelp = `
Exit codes:
  0  success
  1  the command found something: a difference, a value that would be dropped, a row that failed
  2  the command line, a file or a setting is invalid, or the output cannot be written
  3  telecrm could not be reached, or prevented the command from finishing
  9  Node.js itself cannot read the file of --env-file
  70  a bug in telecrm itself
  129, 130, 143  stopped by SIGHUP, by Ctrl-C, by SIGTERM
  141  the program that reads the output has ended, as in telecrm check leads.csv | head`;

/** The whole command line of \`telecrm\`. */
export function createProgram(context: CommandContext) {
  const { terminal } = context;
  const program = new Command('telecrm')
    .description(
      'The command line for your telecrm workspace: types, offline checks and ingestion.',
    )
    .version(version, '--version', 'print the version')
    .helpCommand(false)
    .exitOverride()
    .addHelpText('after', exitCodeHelp)
    .addHelpText(
      'after',
      examples(
        ['telecrm pull', 'write telecrm.workspace.json from your live workspace'],
        ['telecrm types', 'write telecrm.d.ts from telecrm.workspace.json'],
      ),
    );
  for (const command of [
    pullCommand(context),
    typesCommand(context),
    checkCommand(context),
    ingestCommand(context),
    sandboxCommand(context),
    doctorCommand(context),
  ])
    program.addCommand(command);
  for (const command of [program, ...program.commands]) {
    command.configureOutput({
      writeOut: (text) => terminal.stdout.write(text),
      writeErr: (text) => terminal.stderr.write(printable(text)),
      getOutHelpWidth: () => Math.min(terminal.stdout.columns ?? 100, 100),
      getErrHelpWidth: () => Math.min(terminal.stderr.columns ?? 100, 100),
      getOutHasColors: () => false,
      getErrHasColors: () => false,
    });
    command.showHelpAfterError(
      `(see telecrm ${command === program ? '' : `${command.name()} `}--help)`,
    );
  }
  return program;
}
