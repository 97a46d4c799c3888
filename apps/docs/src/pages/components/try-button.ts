import { html } from 'hono/html';
import type { Html } from './html.ts';

/** A button that opens "Try it" with an operation. It is hidden without scripts. */
export function tryButton(operation: string): Html {
  return html`<button type="button" class="tool try-open" hidden data-operation="${operation}" aria-haspopup="dialog">Try it</button>`;
}
