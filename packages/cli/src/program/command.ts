import { Command, Option } from '@commander-js/extra-typings';

/** A command with the options that every command takes. */
export function createCommand(name: string) {
  return new Command(name)
    .exitOverride()
    .helpCommand(false)
    .addOption(new Option('--json', 'print the result as one JSON object').preset(true as const))
    .option('--env-file <file>', 'read variables from this file; those that are set already win');
}

/** The part of a command's help that shows how it is used. */
export function examples(...lines: [command: string, meaning: string][]): string {
  const width = Math.max(...lines.map(([command]) => command.length));
  const rows = lines.map(([command, meaning]) => `  ${command.padEnd(width)}  ${meaning}`);
  return `\nExamples:\n${rows.join('\n')}\n`;
}
