import { expect, test } from 'vitest';
import { html, trusted } from './html.ts';

test('text in a page cannot become markup', () => {
  expect(html`<p title="${'"><script>'}">${"<b> & 'c'"}</p>`.markup).toBe(
    '<p title="&quot;&gt;&lt;script&gt;">&lt;b&gt; &amp; &#39;c&#39;</p>',
  );
});

test('markup nests, lists are joined, nothing is left of what is absent', () => {
  const items = ['a', 'b'].map((item) => html`<li>${item}</li>`);
  expect(html`<ul>${items}${undefined}${false}${0}</ul>`.markup).toBe(
    '<ul><li>a</li><li>b</li>0</ul>',
  );
});

test('trusted markup is kept as it is', () => {
  expect(html`${trusted('<i>x</i>')}`.markup).toBe('<i>x</i>');
});
