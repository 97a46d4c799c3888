/**
 * `pnpm api:diff`: compares the API with its last release, or before the first release with a baseline; `--accept`
 * updates the baseline.
 */
import { parseArgs } from 'node:util';
import { acceptBaseline, baseline } from '@telecrm/api-diff';
import { checkApi } from './api-diff/check.ts';

try {
  const { values } = parseArgs({ options: { accept: { type: 'boolean', default: false } } });
  if (values.accept) {
    await acceptBaseline(process.cwd());
    console.log(`${baseline} is now the current API.`);
  }
  const { report, fits } = await checkApi(process.cwd());
  console.log(report);
  process.exitCode = fits ? 0 : 1;
} catch (error) {
  console.error(`api:diff: ${error instanceof Error ? error.message : error}`);
  process.exitCode = 1;
}
