import { html, raw } from 'hono/html';
import type { Html } from './html.ts';

/** The data of the site that every page needs. Paths are relative to its root. */
export interface Site {
  /** The URL of the published site, with a trailing slash. */
  origin: string;
  fingerprint: string;
  version: string;
  /** The Content-Security-Policy of pages without Redoc. */
  policy: string;
  /** The style sheet, inlined into every page. */
  style: string;
  icon: string;
  /** The image for link previews. */
  socialImage: string;
  /** The URL of the public repository with a trailing slash, if there is one. */
  repository: string | undefined;
  /** The script that runs before the first paint, inlined into every page. */
  earlyScript: string;
  /** The path of the checker's style sheet. */
  checkStyle: string;
  /** The path of the module for search, copy buttons and "Try it". */
  script: string;
  /** The path of the module of the checker's page, which contains the other one. */
  checkScript: string;
}

/** The parts of a page that differ from page to page. */
export interface Page {
  title: string;
  description: string;
  /** The path of the page without `index.html`. */
  path: string;
  /** The URL of the site's root: relative to the page, such as `../../`, or an absolute path. */
  root: string;
  current?: Area;
  /** The path of the page in Markdown. */
  markdown?: string;
  policy?: string;
  /** The path of the page's module if it is not that of most pages. */
  script?: string;
  head?: Html;
  body: Html;
}

type Area = 'guides' | 'sync' | 'async' | 'check' | 'changelog';

const areas: [area: Area, text: string][] = [
  ['guides', 'Guides'],
  ['sync', 'Sync'],
  ['async', 'Async'],
  ['check', 'Check'],
  ['changelog', 'Changelog'],
];

/** Creates a page with the head, the bar and the footer that all pages have. */
export function shell(site: Site, page: Page): Html {
  const { title, description, root, path, markdown, head, body } = page;
  const { policy = site.policy, script = site.script } = page;
  return html`<!doctype html>
<html lang="en" data-script="${root}${script}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta http-equiv="Content-Security-Policy" content="${policy}">
<meta name="color-scheme" content="light dark">
<title>${title}</title>
<meta name="description" content="${description}">
<meta name="telecrm-spec" content="${site.fingerprint}">
<meta property="og:type" content="article">
<meta property="og:site_name" content="telecrm API">
<meta property="og:title" content="${title}">
<meta property="og:description" content="${description}">
<meta property="og:url" content="${site.origin}${path}">
<meta property="og:image" content="${site.origin}${site.socialImage}">
<meta property="og:image:alt" content="A request, the response QUEUED, and the lists of stored and dropped values">
<meta name="twitter:card" content="summary_large_image">
<link rel="canonical" href="${site.origin}${path}">
${markdown && html`<link rel="alternate" type="text/markdown" href="${root}${markdown}">`}
${head}
</head>
<body>
<a class="skip" href="#content">Skip to content</a>
${bar(root, page.current)}
${body}
${footer(site, root, path)}
</body>
</html>
`;
}

/** The inline script, the inline style and the icon of a page. The script loads the module of the site later. */
export function siteLinks(site: Site, root: string): Html {
  return html`<script>${raw(site.earlyScript)}</script>
<style>${raw(site.style)}</style>
<link rel="icon" type="image/svg+xml" href="${root}${site.icon}">`;
}

function bar(root: string, current?: Area): Html {
  return html`<header class="bar">
<a class="brand" href="${root}">telecrm<span> API</span></a>
<nav class="areas" id="areas" popover aria-label="Site">${areas.map(
    ([slug, text]) =>
      html`<a href="${root}${slug}/"${current === slug && html` aria-current="true"`}>${text}</a>`,
  )}</nav>
<div class="tools">
<button type="button" class="tool menu" popovertarget="areas" aria-label="Menu"><svg viewBox="0 0 16 16" width="16" height="16" aria-hidden="true"><path d="M2 4h12M2 8h12M2 12h12"/></svg></button>
<button type="button" class="tool search-open" hidden aria-label="Search" aria-haspopup="dialog" aria-keyshortcuts="/ Control+K"><svg viewBox="0 0 16 16" width="16" height="16" aria-hidden="true"><circle cx="7" cy="7" r="4.5"/><path d="m10.5 10.5 4 4"/></svg><span>Search</span><kbd>/</kbd></button>
<button type="button" class="tool theme-switch" hidden aria-label="Switch between light and dark"><svg viewBox="0 0 16 16" width="16" height="16" aria-hidden="true"><circle cx="8" cy="8" r="5.5"/><path class="half" d="M8 2.5a5.5 5.5 0 0 1 0 11z"/></svg></button>
</div>
</header>`;
}

function footer({ repository, ...site }: Site, root: string, path: string): Html {
  return html`<footer class="foot">
<p>Unofficial: based on telecrm's public documentation and on programs that use its APIs; not published by telecrm. Version ${site.version}, fingerprint <code>${site.fingerprint}</code>.</p>
<p><a href="${root}openapi/sync.yaml">sync.yaml</a> <a href="${root}openapi/async.yaml">async.yaml</a> <a href="${root}llms.txt">llms.txt</a> <a href="${root}changelog/">Changelog</a>${
    repository &&
    html` <a href="${repository}issues/new?title=${encodeURIComponent(`Docs: /${path}`)}">Report a problem on this page</a>`
  }</p>
</footer>`;
}
