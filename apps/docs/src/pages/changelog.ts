import { html } from 'hono/html';
import { changelogSummary, type Release } from '../content/changelog/release.ts';
import { renderMarkdown } from '../content/markdown/markdown.ts';
import type { Html } from './components/html.ts';
import { markdownLinks } from './components/markdown-links.ts';
import { type Site, shell, siteLinks } from './components/shell.ts';

/** The changes of the packages and of the APIs. */
export function changelogPage(site: Site, releases: Release[]): Html {
  const root = '../';
  return shell(site, {
    title: 'Changelog · telecrm API',
    description: changelogSummary,
    path: 'changelog/',
    root,
    current: 'changelog',
    markdown: 'changelog.md',
    head: html`${siteLinks(site, root)}
<link rel="alternate" type="application/rss+xml" title="telecrm API changelog" href="./feed.xml">`,
    body: html`<main id="content" class="column narrow text">
<h1>Changelog</h1>
<p class="lead">${changelogSummary}</p>
<p class="dim">${markdownLinks(root, 'changelog.md')} · <a href="./feed.xml">RSS feed</a></p>
<p>Versions follow Semantic Versioning: major versions may contain breaking changes, minor versions add features, and
patches fix bugs and wording. If a release changes the description of an API, the changes are listed with the rating of
<code>redocly diff</code>. If the API has always behaved that way and only its description was wrong, the notes say so.</p>
${releases.length === 0 && html`<p>Nothing has been released yet. This site describes the upcoming version ${site.version}.</p>`}
${[...Map.groupBy(releases, ({ version }) => version)].map(
  ([
    version,
    list,
  ]) => html`<section><h2 id="v${version}"><a class="anchor" href="#v${version}">${version === 'next' ? 'Unreleased' : version}</a></h2>
${list.map(release)}</section>`,
)}
</main>`,
  });
}

function release({ title, notes }: Release): Html {
  return html`<h3>${title}</h3>
${renderMarkdown(notes.replaceAll(/^(#+) /gm, '$1# ')).html}`;
}
