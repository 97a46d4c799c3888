import { html } from 'hono/html';
import type { Html } from './html.ts';

/** A link to the page in Markdown, and a button to copy it. The button is invisible until its script is loaded. */
export function markdownLinks(root: string, path: string): Html {
  return html`<span class="markdown-links"><button type="button" class="copy-page">Copy as Markdown</button> <a href="${root}${path}" type="text/markdown">View as Markdown</a></span>`;
}
