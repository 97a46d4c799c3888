import { html } from 'hono/html';
import type { Html } from './html.ts';

/** An error code with its status, its meaning and the advice. */
export interface ErrorEntry {
  code: string;
  cells: readonly Html[];
}

/** A list of error codes with anchors. Unlike a table, it fits on a phone. */
export function errorList(
  entries: readonly ErrorEntry[],
  more: (code: string) => Html | undefined,
): Html {
  const ids = entries.map(({ code }) => code.toLowerCase());
  return html`<dl class="errors">${entries.map(
    ({ code, cells: [status, meaning, ...advice] }, i) => {
      const id = ids[i] ?? '';
      const extra = more(code);
      return html`<div${ids.indexOf(id) === i && html` id="${id}"`}>
<dt><a class="anchor" href="#${id}"><code>${code}</code></a> <span class="status bad">${status}</span></dt>
<dd>${meaning}</dd>${advice.map((text) => html`<dd>${text}</dd>`)}${extra && html`<dd class="dim">${extra}</dd>`}</div>\n`;
    },
  )}</dl>\n`;
}
