import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { readChangesets } from '@changesets/read';
import {
  baseline,
  between,
  type Change,
  changesSince,
  changesSinceBaseline,
  type Impact,
  impacts,
  larger,
  type Release,
  releasesOf,
} from '@telecrm/api-diff';

const spec = '@telecrm/spec';

/** Reports whether the declared bump is at least as large as the changes since the last release. */
export async function checkApi(root: string): Promise<{ report: string; fits: boolean }> {
  // Read even if there is nothing to compare with: an unreadable changeset would also stop the first release.
  await pending(root);
  const release = (await releasesOf(root)).at(-1);
  if (release === undefined) return checkBaseline(root);
  return compareWithDeclared(root, release, (await changesSince([release], root)).flat());
}

/** Reports whether the declared bump is at least as large as these changes since a release. */
export async function compareWithDeclared(
  root: string,
  release: Release,
  changes: Change[],
): Promise<{ report: string; fits: boolean }> {
  const needed = changes.map(({ impact }) => impact).reduce(larger, 'none');
  const declared = larger(await pending(root), between(release.version, await version(root)));
  const fits = impacts.indexOf(declared) >= impacts.indexOf(needed);
  return { report: report(release.tag, changes, needed, declared, fits), fits };
}

/** Before the first release there is no version to bump: a change is declared by committing the baseline with it. */
async function checkBaseline(root: string): Promise<{ report: string; fits: boolean }> {
  const changes = (await changesSinceBaseline(root)).filter((change) => !isText(change));
  if (changes.length === 0)
    return { report: `The API has not changed since ${baseline}.`, fits: true };
  const advice = `${spec} has no release yet: run \`pnpm api:diff --accept\` and commit the new baseline.`;
  return {
    report: [`Changes of the API since ${baseline}:`, ...lines(changes), advice].join('\n'),
    fits: false,
  };
}

/**
 * Whether only a description, an example or an extension has changed. Redocly also rates response enum values as
 * patches.
 */
function isText({ impact, what }: Change): boolean {
  const words = /\b(info|tags|title|summary|description|examples?|x-[\w-]+)\b/;
  return impact === 'patch' && words.test(what);
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
  if (changes.length === 0) return `The API has not changed since ${tag}.`;
  const verdict = fits
    ? `That is ${needed}, and ${declared} is declared.`
    : `That is ${needed}, but ${declared === 'none' ? 'nothing' : `only ${declared}`} is declared: ` +
      `run \`pnpm changeset\` and choose ${needed} for ${spec}.`;
  return [`Changes of the API since ${tag}:`, ...lines(changes), verdict].join('\n');
}

/** A line for each change, the largest first. */
function lines(changes: Change[]): string[] {
  return changes
    .toSorted((a, b) => impacts.indexOf(b.impact) - impacts.indexOf(a.impact))
    .map(({ api, impact, where, what, reason }) =>
      [`  ${impact.padEnd(5)}  ${api} ${where}`, what, reason].filter(Boolean).join(': '),
    );
}
