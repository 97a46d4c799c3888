import { expect, it } from 'vitest';
import { parseGuide } from './guide.ts';
import { fences, headings, links } from './markdown.ts';

const guide = (
  markdown: string,
  head = 'title: Dates\nsummary: When.\napis: both\ngroup: start\norder: 1',
) => parseGuide('guides/dates.md', `---\n${head}\n---\n\n${markdown}`);

it('a guide has the line of its text, for messages', () => {
  expect(guide('Text.\n')).toMatchObject({ name: 'dates', apis: ['async', 'sync'], line: 9 });
});

it.each([
  ['no front matter', '', 'guides/dates.md:1 guide-front-matter: start with'],
  ['an unknown key', 'title: A\ntag: b\nsummary: C.\napis: sync\norder: 1', ':3 guide-front'],
  ['no summary', 'title: A\napis: sync\norder: 1', '`summary` is a sentence'],
  ['an unknown API', 'title: A\nsummary: C.\napis: rest\norder: 1', ':4 guide-front'],
  ['an unknown group', 'title: A\nsummary: C.\napis: sync\ngroup: end\norder: 1', ':5 guide-front'],
  ['an order that is not a number', 'title: A\nsummary: C.\napis: sync\norder: first', ':5 guide-'],
])('a guide with %s is rejected with file, line and reason', (_, head, message) => {
  const read = () => (head ? guide('Text.', head) : parseGuide('guides/dates.md', 'Text.'));
  expect(read).toThrow(message);
});

const text = ['# One `two`', '', '[a](b.md) `[no](link)`', '```ts x=1', '# no [no](x)', '```'];

it('links, headings and code are distinguished', () => {
  const markdown = `${text.join('\n')}\n`;
  expect(links(markdown)).toEqual([{ target: 'b.md', line: 2 }]);
  expect(headings(markdown)).toEqual([{ level: 1, text: 'One `two`', line: 0 }]);
  expect(fences(markdown)).toEqual([
    { language: 'ts', meta: 'x=1', code: '# no [no](x)\n', line: 3 },
  ]);
});
