import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { readChangesets } from '@changesets/read';
import {
  between,
  type Change,
  changesSince,
  type Impact,
  impacts,
  larger,
  releasesOf,
} from '@telecrm/api-diff';

const spec = '@telecrm/spec';

/** Whether what is declared is at least as large as what has changed since the last release, in words. */
export async function checkApi(root: string): Promise<{ report: string; fits: boolean }> {
  // Read even when there is nothing to compare with: a change set that nobody can read stops the first release too.
  const waiting = await pending(root);
  const release = (await releasesOf(root)).at(-1);
  if (release === undefined) {
    return { report: `${spec} has no release yet: there is nothing to compare with.`, fits: true };
  }
  const changes = (await changesSince([release], root)).flat();
  const needed = changes.map(({ impact }) => impact).reduce(larger, 'none');
  const declared = larger(waiting, between(release.version, await version(root)));
  const fits = impacts.indexOf(declared) >= impacts.indexOf(needed);
  return { report: report(release.tag, changes, needed, declared, fits), fits };
}

async function pending(root: string): Promise<Impact> {
  const changesets = await readChangesets(root);
  return changesets
    .flatMap(({ releases }) => releases)
    .filter(({ name }) => name === spec)
    .map(({ type }): Impact => type)
    .reduce(larger, 'none');
}

async function version(root: string): Promise<string> {
  return JSON.parse(await readFile(join(root, 'spec/package.json'), 'utf8')).version;
}

function report(
  tag: string,
  changes: Change[],
  needed: Impact,
  declared: Impact,
  fits: boolean,
): string {
  if (changes.length === 0) return `The API is what it was in ${tag}.`;
  const lines = changes
    .toSorted((a, b) => impacts.indexOf(b.impact) - impacts.indexOf(a.impact))
    .map(({ api, impact, where, what, reason }) =>
      [`  ${impact.padEnd(5)}  ${api} ${where}`, what, reason].filter(Boolean).join(': '),
    );
  const verdict = fits
    ? `That is ${needed}, and ${declared} is declared.`
    : `That is ${needed}, but ${declared === 'none' ? 'nothing' : `only ${declared}`} is declared: ` +
      `run \`pnpm changeset\` and choose ${needed} for ${spec}.`;
  return [`Changes of the API since ${tag}:`, ...lines, verdict].join('\n');
}
