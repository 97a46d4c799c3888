import { expect, it } from 'vitest';
import { relink } from './links.ts';

it('replaces a link with the code in its text, and leaves code alone', () => {
  const markdown = 'See [the `x` of](a.md) and `[b](c.md)`.\n\n```ts\n// [d](e.md)\n```\n';
  expect(relink(markdown, (link, text) => `<${text}|${link}>`)).toBe(
    'See <the `x` of|a.md> and `[b](c.md)`.\n\n```ts\n// [d](e.md)\n```\n',
  );
});
