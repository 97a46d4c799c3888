/** Markup that is safe to place in a page as it stands. */
export type Html = { readonly markup: string };

/** What may stand in a hole of a template: text is escaped, markup is kept, `false` and `undefined` leave nothing. */
export type Content = Html | string | number | false | undefined | readonly Content[];

const entities: Record<string, string> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

function render(content: Content): string {
  if (content === undefined || content === false) return '';
  if (typeof content === 'string') return content.replace(/[&<>"']/g, (c) => entities[c] ?? c);
  if (typeof content === 'number') return String(content);
  if ('markup' in content) return content.markup;
  return content.map(render).join('');
}

/**
 * A template for markup: every hole is escaped unless it holds markup itself.
 *
 * @example
 * ```ts
 * html`<p title="${'"quoted"'}">${['a < b', html`<br>`]}</p>`.markup;
 * // <p title="&quot;quoted&quot;">a &lt; b<br></p>
 * ```
 */
export function html(strings: TemplateStringsArray, ...holes: Content[]): Html {
  return { markup: strings.reduce((out, text, i) => out + render(holes[i - 1]) + text) };
}

/** Says that `markup` was made by a program we trust and needs no escaping. */
export function trusted(markup: string): Html {
  return { markup };
}
