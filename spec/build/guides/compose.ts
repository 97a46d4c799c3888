import { slug as anchorOf } from 'github-slugger';
import type { Guide } from './guide.ts';
import { relink } from './markdown.ts';

/** An operation as far as links to it need to know it. */
export interface LinkedOperation {
  readonly id: string;
  readonly tag: string;
}

/**
 * The description of an API with its guides behind it, each a section under its title. Links inside of this API lead to
 * the addresses that Redoc gives to sections and operations; of those that leave it, the text remains. Redoc's addresses
 * are GitHub's as long as a heading is of plain words; the docs' tests follow every link.
 */
export function describe(
  intro: string,
  guides: readonly Guide[],
  operations: readonly LinkedOperation[],
): string {
  const titles = new Map(guides.map(({ name, title }) => [name, title]));
  const byId = new Map(operations.map((operation) => [operation.id, operation]));
  const link = (from: Guide) => (text: string, target: string) => {
    if (/^https?:/.test(target)) return `[${text}](${target})`;
    const operation = byId.get(target.replace(/^operation:/, ''));
    if (operation) return `[${text}](#/${anchorOf(operation.tag)}/${operation.id.toLowerCase()})`;
    const [file = '', anchor] = target.split('#');
    const title = titles.get(file ? file.replace(/\.md$/, '') : from.name);
    if (target.startsWith('operation:') || title === undefined) return text;
    return `[${text}](#/section/${anchorOf(title)}${anchor ? `/${anchor}` : ''})`;
  };
  const sections = guides.map((guide) => {
    const body = relink(guide.markdown, link(guide)).replaceAll(/^(```\S+) .*$/gm, '$1');
    return `# ${guide.title}\n\n${guide.summary}\n\n${body.trim()}`;
  });
  return [intro.trim(), ...sections].join('\n\n');
}
