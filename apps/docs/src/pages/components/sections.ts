import { raw } from 'hono/html';
import type { Html } from './html.ts';

/** Wraps each second-level heading and its content in a section, so that its layout can be deferred. */
export function inSections(markup: Html): Html {
  const parts = String(markup).split(/(?=<h2 )/);
  const section = (part: string) =>
    part.startsWith('<h2 ') ? `<section>${part}</section>\n` : part;
  return raw(parts.map(section).join(''));
}
