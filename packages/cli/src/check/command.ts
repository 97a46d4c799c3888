import { once } from 'node:events';
import { Option } from '@commander-js/extra-typings';
import { chooseMapping } from '../ingest/mapping/choose-mapping.ts';
import { delimiter } from '../program/arguments.ts';
import { createCommand, examples } from '../program/command.ts';
import type { CommandContext } from '../program/context.ts';
import { exitCodes } from '../program/exit-codes.ts';
import { describeThrown } from '../program/failure.ts';
import { encodings } from '../rows/encoding.ts';
import { styleFor } from '../terminal/style.ts';
import { workspaceOption } from '../workspace-file/option.ts';
import { readWorkspaceFile } from '../workspace-file/read.ts';
import { checkRow } from './check-row.ts';
import type { CheckedPayload, CheckSummary, Finding } from './finding.ts';
import { createReporter, reportFormats } from './formats/formats.ts';
import { createPayloadCheck } from './offline-check.ts';
import { openPayloads, payloadFormats } from './payloads.ts';

const help = examples(
  ['telecrm check payload.json', 'report what telecrm would drop from a payload'],
  ['telecrm check leads.csv --stored', 'also show what it would store for each row'],
  ['curl -s … | telecrm check - --api sync', 'check a payload for the Sync API from stdin'],
  ['telecrm check payloads/*.json --format github', 'annotate a pull request'],
);

/** `telecrm check`: offline, with the same rules as the sandbox. */
export function checkCommand({ terminal, exitWith, completeJson }: CommandContext) {
  return createCommand('check')
    .summary('report what telecrm would drop from payloads, without sending them')
    .description(
      'Checks payloads against the workspace file and reports what telecrm would drop, where, why, and how to fix it. Also warns about values that telecrm would store but that are probably mistakes, such as a new dropdown option; warnings do not change the exit code. A JSON file contains one payload or an array of payloads, NDJSON one per line, CSV one per row. Sends nothing and needs no token.',
    )
    .argument('<files...>', 'JSON, NDJSON or CSV files; - reads from stdin')
    .addOption(workspaceOption())
    .addOption(
      new Option('--api <name>', 'the API that the payloads are for')
        .choices(['async', 'sync'] as const)
        .default('async' as const),
    )
    .option('--stored', 'also show each lead as telecrm would store it')
    .addOption(
      new Option('--format <name>', 'the output format')
        .choices(reportFormats)
        .default('text' as const),
    )
    .addOption(new Option('--input <format>', 'the format of the files').choices(payloadFormats))
    .addOption(new Option('--encoding <name>', 'the encoding of the files').choices(encodings))
    .option('--delimiter <character>', 'the delimiter of CSV files', delimiter)
    .option('--map <column=field>', 'the field that a CSV column is sent as', collect)
    .option('--ignore-unmapped', 'leave out CSV columns that match no field')
    .addHelpText('after', help)
    .action(async (files, options) => {
      const workspace = await readWorkspaceFile(terminal.cwd, options.workspace);
      const check = createPayloadCheck(workspace, options.api);
      const format = options.json ? 'json' : options.format;
      const { stdout, env, signal } = terminal;
      const style = styleFor(stdout, env);
      const reporter = createReporter(format, (text) => void stdout.write(text), style);
      const counts = { payloads: 0, complete: 0, partial: 0, lost: 0, warnings: 0 };
      try {
        for (const file of files) {
          const { columns, rows } = await openPayloads(terminal, file, options);
          const { mapping } = await chooseMapping(terminal, columns, workspace.definition, {
            map: options.map ?? [],
            mappingFile: `${file}.mapping.json`,
            ignoreUnmapped: options.ignoreUnmapped ?? false,
          });
          for await (const row of rows) {
            signal.throwIfAborted();
            const checked = checkRow(row, {
              ...{ file: file === '-' ? 'stdin' : file, mapping, check },
              stored: options.stored ?? false,
            });
            count(checked, counts);
            reporter.payload(checked);
            if (stdout.writableNeedDrain) await once(stdout, 'drain');
          }
        }
      } catch (error) {
        reporter.fail(counts, describeThrown(error, signal));
        completeJson();
        throw error;
      }
      reporter.end(counts);
      if (counts.complete < counts.payloads) exitWith(exitCodes.found);
    });
}

function count(
  { accepted, findings }: CheckedPayload,
  counts: { -readonly [Key in keyof CheckSummary]: CheckSummary[Key] },
): void {
  const warnings = findings.filter(isWarning).length;
  counts.payloads++;
  counts.warnings += warnings;
  if (!accepted) counts.lost++;
  else if (findings.length > warnings) counts.partial++;
  else counts.complete++;
}

function isWarning({ severity }: Finding): boolean {
  return severity === 'warning';
}

function collect(value: string, previous: readonly string[] = []): string[] {
  return [...previous, value];
}
