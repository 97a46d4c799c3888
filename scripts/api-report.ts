/** `pnpm api:report`: records the exports of each published package, as built. */
import { writeFileSync } from 'node:fs';
import { builtReport, publicPackages, reportFile } from './api-report/packages.ts';

for (const found of publicPackages) {
  writeFileSync(reportFile(found), builtReport(found));
  console.log(reportFile(found));
}
