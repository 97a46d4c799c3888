/** The changes in one version, in Markdown. */
export interface Release {
  /** The name of a package, or `APIs`. */
  title: string;
  /** `next` contains changes that are not released yet. */
  version: string;
  notes: string;
}

/** The changelog in one sentence. */
export const changelogSummary =
  'Changes to the API descriptions, the client and the sandbox, by release.';

/** The changelog as a Markdown file. */
export function releaseNotes(releases: Release[]): string {
  const parts = releases.map(({ title, version, notes }) => `## ${title} ${version}\n\n${notes}`);
  return `# Changelog\n\n${parts.join('\n\n') || 'Nothing has been released yet.'}\n`;
}
