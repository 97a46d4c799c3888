import { Command } from '@commander-js/extra-typings';
import { checkCommand } from '../check/command.ts';
import { doctorCommand } from '../doctor/command.ts';
import { ingestCommand } from '../ingest/command.ts';
import { pullCommand } from '../pull/command.ts';
import { sandboxCommand } from '../sandbox/command.ts';
import type { Terminal } from '../terminal/terminal.ts';
import { typesCommand } from '../types/command.ts';
import { examples } from './command.ts';
import type { CommandContext } from './context.ts';
import type { ExitCode } from './exit-codes.ts';
import { version } from './version.ts';

const exitCodeHelp = `
Exit codes:
  0  everything is fine
  1  the command found something: a difference, a value that would be dropped, a row that failed
  2  the command line, a file or a setting cannot be used as it is
  3  telecrm could not be reached, or did not let the command finish
  70  telecrm itself has failed
  130  ended by Ctrl-C`;

/** The whole command line of \`telecrm\`. */
export function createProgram(terminal: Terminal, exitWith: (code: ExitCode) => void) {
  const context: CommandContext = { terminal, exitWith };
  const program = new Command('telecrm')
    .description('Your telecrm workspace in the terminal: its types, offline checks and ingestion.')
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
      writeErr: (text) => terminal.stderr.write(text),
      getOutHelpWidth: () => Math.min(terminal.stdout.columns ?? 100, 100),
      getErrHelpWidth: () => Math.min(terminal.stderr.columns ?? 100, 100),
      getOutHasColors: () => false,
      getErrHasColors: () => false,
    });
    command.showHelpAfterError(
      `(telecrm ${command === program ? '' : `${command.name()} `}--help shows what there is)`,
    );
  }
  return program;
}
