import { expect, it } from 'vitest';
import { replaceLinks } from './links.ts';

it('replaces links whose text contains code, but not links in code', () => {
  const markdown = 'See [the `x` of](a.md) and `[b](c.md)`.\n\n```ts\n// [d](e.md)\n```\n';
  expect(replaceLinks(markdown, (link, text) => `<${text}|${link}>`)).toBe(
    'See <the `x` of|a.md> and `[b](c.md)`.\n\n```ts\n// [d](e.md)\n```\n',
  );
});
