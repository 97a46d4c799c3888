import { Command, Option } from '@commander-js/extra-typings';
import { fileName } from './arguments.ts';

/** Creates a command with the options that all commands have. */
export function createCommand(name: string) {
  return new Command(name)
    .exitOverride()
    .helpCommand(false)
    .addOption(new Option('--json', 'print the result as one JSON object').preset(true as const))
    .option(
      '--env-file <file>',
      'read environment variables from this file; existing ones take precedence',
      fileName,
    );
}

/** The usage in the help of a command. */
export function examples(...lines: [command: string, meaning: string][]): string {
  const width = Math.max(...lines.map(([command]) => command.length));
  const rows = lines.map(([command, meaning]) => `  ${command.padEnd(width)}  ${meaning}`);
  return `\nExamples:\n${rows.join('\n')}\n`;
}
