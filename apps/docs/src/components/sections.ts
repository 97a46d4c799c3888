import { raw } from 'hono/html';
import type { Html } from './html.ts';

/** Wraps each second-level heading and what follows it in a section, which the first paint can leave out. */
export function inSections(markup: Html): Html {
  const parts = String(markup).split(/(?=<h2 )/);
  const section = (part: string) =>
    part.startsWith('<h2 ') ? `<section>${part}</section>\n` : part;
  return raw(parts.map(section).join(''));
}
