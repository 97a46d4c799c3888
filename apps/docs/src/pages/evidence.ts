import type { Evidence } from '../spec/document.ts';
import { type Html, html } from './html.ts';

/** The mark of what is not documented, with the reason for a reader who asks. */
export function evidenceMark(part: Evidence): Html | undefined {
  const { 'x-evidence': mark, 'x-evidence-note': note } = part;
  if (!mark) return undefined;
  return html` <span class="mark ${mark}">${mark}</span>${note && html` <span class="note">${note}</span>`}`;
}
