import { html, raw } from 'hono/html';
import { changelogSummary, type Release } from '../../content/changelog/release.ts';
import { renderMarkdown } from '../../content/markdown/markdown.ts';

/** The releases as an RSS feed. It has no dates, because changelogs contain none. */
export function changelogFeed(origin: string, releases: readonly Release[]): string {
  const page = `${origin}changelog/`;
  const items = releases
    .filter(({ version }) => version !== 'next')
    .map(
      ({ title, version, notes }) => html`<item>
<title>${title} ${version}</title>
<link>${page}#v${version}</link>
<guid isPermaLink="false">${title}@${version}</guid>
<description>${String(renderMarkdown(notes).html)}</description>
</item>
`,
    );
  return String(html`${raw('<?xml version="1.0" encoding="utf-8"?>')}
<rss version="2.0" xmlns:atom="http://www.w3.org/2005/Atom">
<channel>
<title>telecrm API changelog</title>
<link>${page}</link>
<description>${changelogSummary}</description>
<language>en</language>
<atom:link href="${page}feed.xml" rel="self" type="application/rss+xml"/>
${items}</channel>
</rss>
`);
}
