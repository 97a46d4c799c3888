/** `pnpm test:count`: records the number of tests, from the reports of the last runs. */
import { readReports } from './tally/reports.ts';
import { recordTestCounts, testCountsFile } from './tally/test-counts.ts';

recordTestCounts(readReports('.'));
console.log(`${testCountsFile} is up to date with the reports of the last runs.`);
