import { html } from 'hono/html';
import type { Html } from './html.ts';

/** Allows line breaks after the slashes of a path. */
export function breakable(path: string): Html[] {
  return path.split('/').map((part, i) => html`${i > 0 && html`/<wbr>`}${part}`);
}
