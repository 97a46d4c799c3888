import { html } from 'hono/html';
import type { Html } from './html.ts';

/** Opens "Try it" with an operation; without scripts it is not there, and the samples remain. */
export function tryButton(operation: string): Html {
  return html`<button type="button" class="tool try-open" hidden data-operation="${operation}" aria-haspopup="dialog">Try it</button>`;
}
