import { existsSync, globSync, readFileSync } from 'node:fs';
import { dirname, join, normalize } from 'node:path';
import { expect, it } from 'vitest';
import { packages, root } from '../gates/packages.ts';

const patterns = ['*.md', 'spec/*.md', 'packages/*/*.md', 'apps/*/*.md'];
const links = globSync(patterns, { cwd: root, exclude: ['**/CHANGELOG.md'] })
  .sort()
  .flatMap((file) =>
    linksOf(readFileSync(join(root, file), 'utf8')).map((link) => ({ file, link })),
  );

/** The links of a Markdown text that do not have a scheme. */
function linksOf(text: string): string[] {
  const prose = text.replaceAll(/^```.*?^```$/gms, '').replaceAll(/`[^`]*`/g, 'code');
  return [...prose.matchAll(/\]\(([^)]+)\)/g)].flatMap(([, link = '']) =>
    /^[a-z]+:/.test(link) ? [] : [link],
  );
}

/** The anchors of the headings of a Markdown text. */
function anchorsOf(text: string): string[] {
  const headings = [...text.replaceAll(/^```.*?^```$/gms, '').matchAll(/^#+ (.+)$/gm)];
  return headings.map(([, heading = '']) =>
    heading
      .toLowerCase()
      .replaceAll(/[^\p{L}\p{N} _-]/gu, '')
      .replaceAll(' ', '-'),
  );
}

it('finds the links', () => {
  expect(links.length).toBeGreaterThan(40);
});

it.each(links)('$file links to $link', ({ file, link }) => {
  const [path = '', anchor] = link.split('#');
  const target = path === '' ? file : normalize(join(dirname(file), path));
  expect(existsSync(join(root, target))).toBe(true);
  if (anchor) expect(anchorsOf(readFileSync(join(root, target), 'utf8'))).toContain(anchor);
});

it.each(packages.filter(({ isPublic }) => isPublic))(
  'the README of $name links only to files that are published with it',
  ({ folder }) => {
    const { files } = JSON.parse(readFileSync(join(root, folder, 'package.json'), 'utf8'));
    const outside = links
      .filter(({ file, link }) => file === join(folder, 'README.md') && !link.startsWith('#'))
      .filter(({ link }) => !files.includes(link.split('#')[0]))
      .map(({ link }) => link);
    expect(outside).toEqual([]);
  },
);
