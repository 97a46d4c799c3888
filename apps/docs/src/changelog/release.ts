/** What changed in a version of something, in Markdown. */
export interface Release {
  /** A package, or the APIs themselves. */
  title: string;
  /** `next` is what is not released yet. */
  version: string;
  notes: string;
}

/** All releases as one Markdown file. */
export function releaseNotes(releases: Release[]): string {
  const parts = releases.map(({ title, version, notes }) => `## ${title} ${version}\n\n${notes}`);
  return `# Changelog\n\n${parts.join('\n\n') || 'Nothing has been released yet.'}\n`;
}
