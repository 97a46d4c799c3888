/** `pnpm api:report`: writes down what each published package exports, as it is built. */
import { writeFileSync } from 'node:fs';
import { builtReport, publicPackages, reportFile } from './api-report/packages.ts';

for (const found of publicPackages) {
  writeFileSync(reportFile(found), builtReport(found));
  console.log(reportFile(found));
}
