import { printable } from '../../terminal/printable.ts';
import type { Preview } from '../plan/preview.ts';
import type { Verified } from '../verify/verify-rows.ts';

/** What a check of a file has found. */
export function showPreview(file: string, preview: Preview): string {
  const { rows, sendable, refused, settled, problems } = preview;
  const more = refused - problems.length;
  return [
    ...problems.map(({ line, reason }) => printable(`${file}:${line} ${reason}`)),
    ...(more > 0 ? [`… and ${rowsOf(more)} more`] : []),
    [
      `${rowsOf(rows)}: ${sendable} can be sent`,
      ...(refused > 0 ? [`${refused} cannot`] : []),
      ...(settled > 0 ? [`${settled} were settled before`] : []),
    ].join(', '),
  ].join('\n');
}

/** What became of the rows of a file. */
export function showSummary(counts: {
  rows: number;
  queued: number;
  failed: number;
  unknown: number;
  open: number;
  failedFile: string;
}): string {
  const { rows, queued, failed, unknown, open, failedFile } = counts;
  return [
    `${rowsOf(rows)}: ${queued} queued`,
    ...(failed > 0 ? [`${failed} not sent`] : []),
    ...(unknown > 0 ? [`${unknown} of which it cannot be known whether they arrived`] : []),
    ...(open > 0 ? [`${open} still to send`] : []),
  ]
    .join(', ')
    .concat(failed + unknown > 0 ? `\nSee ${failedFile} for the reasons.` : '');
}

const maxUnverified = 20;

/** What was read back of the rows that were queued. */
export function showVerified(file: string, { found, unverified }: Verified): string {
  const lines = unverified.slice(0, maxUnverified).map(({ line, fields }) => {
    const what =
      fields === undefined ? 'is not in telecrm' : `has other values: ${fields.join(', ')}`;
    return printable(`${file}:${line} ${what}`);
  });
  const more = unverified.length - lines.length;
  return [
    ...lines,
    ...(more > 0 ? [`… and ${rowsOf(more)} more`] : []),
    `Read back: ${found} as sent, ${unverified.length} not.`,
  ].join('\n');
}

/** A number of rows in words. */
export function rowsOf(count: number): string {
  return `${count} ${count === 1 ? 'row' : 'rows'}`;
}
