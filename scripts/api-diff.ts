import { checkApi } from './api-diff/check.ts';

try {
  const { report, fits } = await checkApi(process.cwd());
  console.log(report);
  process.exitCode = fits ? 0 : 1;
} catch (error) {
  console.error(`api:diff: ${error instanceof Error ? error.message : error}`);
  process.exitCode = 1;
}
