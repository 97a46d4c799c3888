import { raw } from 'hono/html';
import type { Html } from './html.ts';

/** Wraps each second-level heading and what follows it in a section, which the first paint can leave out. */
export function inSections(markup: Html): Html {
  const [intro = '', ...sections] = String(markup).split(/(?=<h2 )/);
  return raw([intro, ...sections.map((part) => `<section>${part}</section>\n`)].join(''));
}
