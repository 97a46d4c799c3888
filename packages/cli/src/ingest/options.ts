import { Option } from '@commander-js/extra-typings';
import { delimiter, fileName } from '../program/arguments.ts';
import { createCommand, examples } from '../program/command.ts';
import { encodings } from '../rows/encoding.ts';
import { formats } from '../rows/open.ts';
import { workspaceOption } from '../workspace-file/option.ts';
import { positiveNumber, wholeNumber } from './numbers.ts';

const help = examples(
  ['telecrm ingest leads.csv --dry-run', 'check every row and send nothing'],
  ['telecrm ingest leads.csv', 'send the rows; run it again to resume'],
  [
    'telecrm ingest leads.csv --map "Mobile=phone" --map "Notes="',
    'map one column, leave out another',
  ],
  ['telecrm ingest leads.failed.csv', 'send the failed rows after you have fixed them'],
);

/** The options of `telecrm ingest`. */
export function ingestOptions() {
  return createCommand('ingest')
    .summary('send the leads of a CSV or NDJSON file')
    .description(
      'Sends each row of a file once through the Async API, after an offline check and below the rate limit. A journal next to the file records the outcome of each row, so that the same command resumes after an interruption, a crash or an outage. Rows that were not sent are written to a separate file with the reason. Needs TELECRM_ENTERPRISE_ID and TELECRM_ASYNC_TOKEN.',
    )
    .argument('<file>', 'CSV with a header, or NDJSON with { "fields": … } on each line', fileName)
    .addOption(workspaceOption())
    .option('--dry-run', 'check every row, but send and write nothing')
    .option('--verify', 'read the leads back through the Sync API, a hundred per search')
    .option('--verify-wait <seconds>', 'how long to wait for leads to appear', positiveNumber, 30)
    .option('--yes', 'send without asking for confirmation')
    .option(
      '--map <column=field>',
      'the field that a column is sent as; an empty field leaves it out',
      collect,
    )
    .option('--mapping <file>', 'the file for the mapping (default: FILE.mapping.json)', fileName)
    .option('--ignore-unmapped', 'leave out columns that match no field, instead of asking')
    .option('--new-options', 'let telecrm add unknown labels as new options')
    .option('--partial', 'send rows even if telecrm would drop a part of them')
    .addOption(new Option('--input <format>', 'the format of the file').choices(formats))
    .addOption(new Option('--encoding <name>', 'the encoding of the file').choices(encodings))
    .option('--delimiter <character>', 'the delimiter of the file', delimiter)
    .option('--journal <file>', 'the file for the journal (default: FILE.journal)', fileName)
    .option(
      '--failed <file>',
      'the file for rows that were not sent (default: FILE.failed.csv)',
      fileName,
    )
    .option('--concurrency <n>', 'how many rows to send at a time', wholeNumber, 8)
    .option(
      '--rate <n>',
      'how many rows to send per hour (default: the documented limit)',
      wholeNumber,
    )
    .option('--max-outage <minutes>', 'how long to wait while telecrm is down', positiveNumber, 60)
    .addHelpText('after', help);
}

function collect(value: string, previous: readonly string[] = []): string[] {
  return [...previous, value];
}
