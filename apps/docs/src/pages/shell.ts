import { type Content, type Html, html } from './html.ts';

/** What every page needs to know of the site; paths are relative to its root. */
export type Site = {
  fingerprint: string;
  policy: string;
  style: string;
  icon: string;
};

/** One page: `root` leads from the page to the site's root. */
export type Page = {
  title: string;
  description: string;
  root: './' | '../';
  current?: 'sync' | 'async';
  head?: Content;
  body: Content;
};

/** The frame around every page: head, bar and footer. */
export function shell(site: Site, { title, description, root, current, head, body }: Page): Html {
  return html`<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta http-equiv="Content-Security-Policy" content="${site.policy}">
<meta name="color-scheme" content="light dark">
<meta name="description" content="${description}">
<meta name="telecrm-spec" content="${site.fingerprint}">
<title>${title}</title>
${head}
</head>
<body>
${bar(root, current)}
${body}
${footer(site, root)}
</body>
</html>
`;
}

/** The links every page but the 404 page has in its head. */
export function siteLinks(site: Site, root: string): Html {
  return html`<link rel="icon" type="image/svg+xml" href="${root}${site.icon}">
<link rel="stylesheet" href="${root}${site.style}">`;
}

function bar(root: string, current?: string): Html {
  const link = (slug: string, text: string) =>
    html`<a href="${root}${slug}/"${current === slug && html` aria-current="page"`}>${text}</a>`;
  return html`<header class="bar">
<a class="brand" href="${root}">telecrm API<span> reference</span></a>
<nav class="tabs" aria-label="References">${link('sync', 'Sync')} ${link('async', 'Async')}</nav>
</header>`;
}

function footer(site: Site, root: string): Html {
  return html`<footer class="foot">
<p>Made from one OpenAPI 3.1 description, fingerprint <code>${site.fingerprint}</code>.</p>
<p><a href="${root}openapi/sync.yaml">sync.yaml</a> <a href="${root}openapi/async.yaml">async.yaml</a></p>
</footer>`;
}
