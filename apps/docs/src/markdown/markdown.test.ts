import { expect, it } from 'vitest';
import { inline, renderMarkdown } from './markdown.ts';

it('headings get addresses and are listed', () => {
  const { html, headings } = renderMarkdown('## Every `code`\n');
  expect(headings).toEqual([{ level: 2, text: 'Every code', id: 'every-code' }]);
  expect(String(html)).toContain('<h2 id="every-code"><a class="anchor" href="#every-code">');
});

it('links are led to where they belong', () => {
  expect(String(inline('[a](b.md) `[c](d)`', { link: (target) => `/${target}/` }))).toBe(
    '<a href="/b.md/">a</a> <code>[c](d)</code>',
  );
});

it('markup in Markdown is text', () => {
  expect(String(inline('a <b onclick="x()">c</b>'))).not.toContain('<b');
});

it('blocks in different languages become tabs, blocks in one do not', () => {
  const block = (language: string) => `\`\`\`${language}\nx\n\`\`\`\n\n`;
  expect(
    String(renderMarkdown(block('bash') + block('ts')).html).match(/type="radio"/g),
  ).toHaveLength(2);
  expect(String(renderMarkdown(block('bash') + block('bash')).html)).not.toContain('radio');
  expect(() => renderMarkdown(block('cobol'))).toThrow('unknown language of code: cobol');
});

it('a wide table scrolls within itself and by keyboard', () => {
  const { html } = renderMarkdown('| a |\n| --- |\n| `b` |\n');
  expect(String(html)).toContain('<div class="table" tabindex="0"');
  expect(String(html)).toContain('<td><code>b</code></td>');
});
