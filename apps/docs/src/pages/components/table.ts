import { html } from 'hono/html';
import type { Html } from './html.ts';

/** A row of a table. Its ID is its anchor. */
export interface TableRow {
  id: string | undefined;
  cells: readonly Html[];
}

/** A table with its own horizontal scrollbar on a narrow screen. */
export function table(header: readonly Html[], rows: readonly TableRow[]): Html {
  return html`<div class="table" tabindex="0" role="group" aria-label="Table"><table>
<thead><tr>${header.map((cell) => html`<th scope="col">${cell}</th>`)}</tr></thead>
<tbody>${rows.map(
    ({ id, cells }) =>
      html`<tr${id && html` id="${id}"`}>${cells.map((cell) => html`<td>${cell}</td>`)}</tr>\n`,
  )}</tbody>
</table></div>\n`;
}
