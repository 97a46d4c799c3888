import { type Html, trusted } from './html.ts';

/** Puts each second-level heading into a section with what follows it. Those off the screen wait for the first paint. */
export function inSections({ markup }: Html): Html {
  const [intro = '', ...sections] = markup.split(/(?=<h2 )/);
  return trusted([intro, ...sections.map((part) => `<section>${part}</section>\n`)].join(''));
}
