import { Option } from '@commander-js/extra-typings';
import { createCommand, examples } from '../program/command.ts';
import { encodings } from '../rows/encoding.ts';
import { formats } from '../rows/open.ts';
import { workspaceOption } from '../workspace-file/option.ts';
import { positiveNumber, wholeNumber } from './numbers.ts';

const help = examples(
  ['telecrm ingest leads.csv --dry-run', 'check every row and send nothing'],
  ['telecrm ingest leads.csv', 'send the rows; run it again to go on after a stop'],
  ['telecrm ingest leads.csv --map "Mobile=phone" --map "Notes="', 'map one column, leave out one'],
  ['telecrm ingest leads.failed.csv', 'send what failed, after you fix it'],
);

/** The options of `telecrm ingest`. */
export function ingestOptions() {
  return createCommand('ingest')
    .summary('send the leads of a CSV or NDJSON file')
    .description(
      'Sends each row of a file through the Async API: checked offline first, below the rate limit, and each row once. A journal beside the file notes what became of each row, so that the same command goes on after a stop, a crash or an outage. Rows that are not sent stand in a file of their own with the reason. Needs TELECRM_ENTERPRISE_ID and TELECRM_ASYNC_TOKEN.',
    )
    .argument('<file>', 'CSV with a header, or NDJSON with { "fields": … } on each line')
    .addOption(workspaceOption())
    .option('--dry-run', 'check every row, and send and write nothing')
    .option('--verify', 'read the leads back through the Sync API, a hundred a search')
    .option('--verify-wait <seconds>', 'how long leads may take to appear', positiveNumber, 30)
    .option('--yes', 'do not ask before sending')
    .option('--map <column=field>', 'what a column is sent as; nothing leaves it out', collect)
    .option('--mapping <file>', 'where the mapping is kept (default: FILE.mapping.json)')
    .option('--ignore-unmapped', 'leave out columns that are no field, instead of asking')
    .option('--new-options', 'let telecrm make new options of labels that are none yet')
    .option('--partial', 'send rows of which telecrm would drop a part')
    .addOption(new Option('--input <format>', 'the format of the file').choices(formats))
    .addOption(new Option('--encoding <name>', 'the encoding of the file').choices(encodings))
    .option('--delimiter <character>', 'the character between cells')
    .option('--journal <file>', 'where the journal is kept (default: FILE.journal)')
    .option('--failed <file>', 'where rows go that were not sent (default: FILE.failed.csv)')
    .option('--concurrency <n>', 'how many rows are under way at once', wholeNumber, 8)
    .option('--rate <n>', 'how many rows an hour (default: what telecrm documents)', wholeNumber)
    .option('--max-outage <minutes>', 'how long to wait while telecrm is down', positiveNumber, 60)
    .addHelpText('after', help);
}

function collect(value: string, previous: readonly string[] = []): string[] {
  return [...previous, value];
}
