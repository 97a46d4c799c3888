import { html } from 'hono/html';
import type { Html } from './html.ts';

/** The link to the same page in Markdown; a script shows the button that copies it, which has its place from the start. */
export function markdownLinks(root: string, path: string): Html {
  return html`<span class="markdown-links"><button type="button" class="copy-page">Copy as Markdown</button> <a href="${root}${path}" type="text/markdown">View as Markdown</a></span>`;
}
