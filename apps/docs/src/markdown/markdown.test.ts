import { expect, test } from 'vitest';
import { inline, renderMarkdown } from './markdown.ts';

test('headings get addresses and are listed', () => {
  const { html, headings } = renderMarkdown('## Every `code`\n');
  expect(headings).toEqual([{ level: 2, text: 'Every code', id: 'every-code' }]);
  expect(html.markup).toContain('<h2 id="every-code"><a class="anchor" href="#every-code">');
});

test('links are led to where they belong', () => {
  expect(inline('[a](b.md) `[c](d)`', { link: (target) => `/${target}/` }).markup).toBe(
    '<a href="/b.md/">a</a> <code>[c](d)</code>',
  );
});

test('markup in Markdown is text', () => {
  expect(inline('a <b onclick="x()">c</b>').markup).not.toContain('<b');
});

test('blocks in different languages become tabs, blocks in one do not', () => {
  const block = (language: string) => `\`\`\`${language}\nx\n\`\`\`\n\n`;
  expect(
    renderMarkdown(block('bash') + block('ts')).html.markup.match(/type="radio"/g),
  ).toHaveLength(2);
  expect(renderMarkdown(block('bash') + block('bash')).html.markup).not.toContain('radio');
  expect(() => renderMarkdown(block('cobol'))).toThrow('unknown language of code: cobol');
});

test('a wide table scrolls within itself and by keyboard', () => {
  const { html } = renderMarkdown('| a |\n| --- |\n| `b` |\n');
  expect(html.markup).toContain('<div class="table" tabindex="0"');
  expect(html.markup).toContain('<td><code>b</code></td>');
});
