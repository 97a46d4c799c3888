import { resolve } from 'node:path';
import { replaceFile } from '../files/output-file.ts';
import { fileName } from '../program/arguments.ts';
import { createCommand, examples } from '../program/command.ts';
import type { CommandContext } from '../program/context.ts';
import { exitCodes } from '../program/exit-codes.ts';
import { createOutput } from '../terminal/output.ts';
import { printable } from '../terminal/printable.ts';
import { workspaceOption } from '../workspace-file/option.ts';
import { readTextIfExists, readWorkspaceFile } from '../workspace-file/read.ts';
import { compareTypes, type TypesDifference } from './compare.ts';
import { generateTypes } from './generate.ts';

const help = examples(
  ['telecrm types', 'write telecrm.d.ts'],
  ['telecrm types --out src/crm.d.ts', 'write another file'],
  [
    'telecrm types --check',
    'in CI: exit with 1 if telecrm.d.ts is out of date, and list the differences',
  ],
);

/** `telecrm types`: offline, from the workspace file alone. */
export function typesCommand({ terminal, exitWith }: CommandContext) {
  return createCommand('types')
    .summary('write TypeScript types for your workspace')
    .description(
      'Writes TypeScript types for the workspace file: lead fields with their options, custom actions and statuses. Uses no network. The same workspace file gives the same bytes on every machine.',
    )
    .addOption(workspaceOption())
    .option('--out <file>', 'the file to write', fileName, 'telecrm.d.ts')
    .option('--check', 'write nothing; exit with 1 if the file is out of date')
    .addHelpText('after', help)
    .action(async (options) => {
      const output = createOutput(terminal, options);
      const { definition, name } = await readWorkspaceFile(terminal.cwd, options.workspace);
      const expected = generateTypes(definition);
      const path = resolve(terminal.cwd, options.out);
      const found = await readTextIfExists(path, options.out);
      const differences =
        found === undefined
          ? [{ name: options.out, kind: 'missing' as const }]
          : compareTypes(found, expected);
      if (options.check) {
        if (differences.length > 0) exitWith(exitCodes.found);
        output.result({ ok: differences.length === 0, file: options.out, differences }, () =>
          differences.length === 0
            ? `${options.out} is up to date with ${name}.`
            : [
                ...differences.map((difference) => describe(difference, name)),
                `${options.out} is out of date: run telecrm types.`,
              ].join('\n'),
        );
        return;
      }
      const changed = differences.length > 0;
      if (changed) await replaceFile(path, options.out, [expected]);
      output.result({ ok: true, file: options.out, changed, differences }, () =>
        changed ? `Wrote ${options.out}.` : `${options.out} is up to date.`,
      );
    });
}

function describe({ name, kind }: TypesDifference, workspace: string): string {
  switch (kind) {
    case 'missing':
      return `${printable(name)}: missing`;
    case 'outdated':
      return `${printable(name)}: differs from ${workspace}`;
    case 'unknown':
      return `${printable(name)}: not in ${workspace}`;
  }
}
