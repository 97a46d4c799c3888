import { expect, it } from 'vitest';
import { inline, renderMarkdown } from './markdown.ts';

it('adds anchors to headings and returns the headings', () => {
  const { html, headings } = renderMarkdown('## Every `code`\n');
  expect(headings).toEqual([{ level: 2, text: 'Every code', id: 'every-code' }]);
  expect(String(html)).toContain('<h2 id="every-code"><a class="anchor" href="#every-code">');
});

it('replaces the targets of links', () => {
  expect(String(inline('[a](b.md) `[c](d)`', { link: (target) => `/${target}/` }))).toBe(
    '<a href="/b.md/">a</a> <code>[c](d)</code>',
  );
});

it('escapes markup in Markdown', () => {
  expect(String(inline('a <b onclick="x()">c</b>'))).not.toContain('<b');
});

it('shows adjacent code blocks in different languages as tabs, but not blocks in the same language', () => {
  const block = (language: string) => `\`\`\`${language}\nx\n\`\`\`\n\n`;
  expect(
    String(renderMarkdown(block('bash') + block('ts')).html).match(/type="radio"/g),
  ).toHaveLength(2);
  expect(String(renderMarkdown(block('bash') + block('bash')).html)).not.toContain('radio');
  expect(() => renderMarkdown(block('cobol'))).toThrow('unknown code language: cobol');
});

it('makes wide tables scrollable, also by keyboard', () => {
  const { html } = renderMarkdown('| a |\n| --- |\n| `b` |\n');
  expect(String(html)).toContain('<div class="table" tabindex="0"');
  expect(String(html)).toContain('<td><code>b</code></td>');
});
