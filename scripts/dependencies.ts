/** `pnpm check:dependencies`: run-time dependencies must be free to use and have no known vulnerability. */
import { advisories } from './dependencies/advisories.ts';
import { licenses, notAllowed } from './dependencies/licenses.ts';

const found = await licenses().catch((error: Error) => {
  console.error(error.message);
  process.exit(1);
});
const disallowed = notAllowed(found);
const audit = await advisories();

const packages = Object.values(found).reduce((sum, list) => sum + list.length, 0);
console.log(`${packages} packages come with ours, under ${Object.keys(found).join(', ')}.`);
if (packages === 0) console.error('pnpm listed no packages.');
for (const { name, license } of disallowed) {
  console.error(
    `${name} is under ${license}: replace it, or allow the license in dependencies/licenses.ts.`,
  );
}
if ('notFetched' in audit) console.log(`Advisories were not checked: ${audit.notFetched}.`);
else for (const problem of audit.problems) console.error(problem);

const vulnerabilities = 'problems' in audit ? audit.problems.length : 0;
process.exitCode = packages === 0 || disallowed.length + vulnerabilities > 0 ? 1 : 0;
