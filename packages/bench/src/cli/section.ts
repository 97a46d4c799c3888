import type { Row, Section } from '../report/row.ts';
import { measureCheck, measureDryRun, measureSent, measureTypes } from './measure.ts';

/**
 * The command line, with its own bars: no other tool checks rows against a workspace. Every run checks a million rows;
 * fewer are sent, because the memory does not depend on their number.
 */
export async function cli({ quick }: { quick: boolean }): Promise<Section> {
  const [checked, sent] = quick ? [100_000, 2000] : [1_000_000, 20_000];
  const { rowsPerSecond } = await measureCheck(quick ? 20_000 : 200_000);
  const rows: Row[] = [
    {
      name: 'check, throughput',
      unit: 'rows/s',
      ours: rowsPerSecond,
      peers: [],
      bars: [{ at: 'min', value: 10_000 }],
    },
    {
      name: `ingest --dry-run of ${checked.toLocaleString('en')} rows, peak memory`,
      unit: 'MB',
      ours: await measureDryRun(checked),
      peers: [],
      bars: [{ at: 'max', value: maxMegabytes }],
    },
    {
      name: `ingest of ${sent.toLocaleString('en')} rows into the sandbox, peak memory`,
      unit: 'MB',
      ours: await measureSent(sent),
      peers: [],
      bars: [{ at: 'max', value: maxMegabytes }],
      note: 'The command keeps five bytes per row in memory.',
    },
    {
      name: 'types of 300 fields and 40 actions, whole command',
      unit: 's',
      ours: await measureTypes(quick ? 1 : 5),
      peers: [],
      bars: [{ at: 'max', value: 2 }],
    },
  ];
  return { name: 'Command line', rows };
}

/** For files with any number of rows. */
const maxMegabytes = 150;
