import type { Evidence } from '@telecrm/spec/model';
import { html } from 'hono/html';
import type { Html } from './html.ts';

/** A mark for facts that telecrm does not document. It links to the guide that explains it. */
export function evidenceMark(root: string, evidence: Evidence | undefined): Html | undefined {
  if (!evidence) return undefined;
  const { level, note } = evidence;
  return html` <a class="mark ${level}" href="${root}guides/documented-and-observed/">${level}</a>${note && html` <span class="note">${note}</span>`}`;
}
