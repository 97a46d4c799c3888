import { printable } from '../../terminal/printable.ts';
import type { Preview } from '../plan/preview.ts';
import type { Verified } from '../verify/verify-rows.ts';

/** Prints the result of checking a file. */
export function showPreview(file: string, preview: Preview): string {
  const { rows, sendable, rejected, settled, problems } = preview;
  const more = rejected - problems.length;
  return [
    ...problems.map(({ line, reason }) => printable(`${file}:${line} ${reason}`)),
    ...(more > 0 ? [`… and ${rowsOf(more)} more`] : []),
    [
      `${rowsOf(rows)}: ${sendable} can be sent`,
      ...(rejected > 0 ? [`${rejected} cannot`] : []),
      ...(settled > 0 ? [`${settled} were done before`] : []),
    ].join(', '),
  ].join('\n');
}

/** Prints the outcomes of the rows of a file. */
export function showSummary(counts: {
  rows: number;
  queued: number;
  failed: number;
  unknown: number;
  open: number;
  failedFile: string | undefined;
}): string {
  const { rows, queued, failed, unknown, open, failedFile } = counts;
  return [
    `${rowsOf(rows)}: ${queued} queued`,
    ...(failed > 0 ? [`${failed} not sent`] : []),
    ...(unknown > 0 ? [`${unknown} that may or may not have arrived`] : []),
    ...(open > 0 ? [`${open} still to send`] : []),
  ]
    .join(', ')
    .concat(
      failed + unknown > 0 && failedFile !== undefined
        ? `\nSee ${failedFile} for the reasons.`
        : '',
    );
}

const maxUnverified = 20;

/** Prints the result of verifying the queued rows. */
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

/** Formats a number of rows. */
export function rowsOf(count: number): string {
  return `${count} ${count === 1 ? 'row' : 'rows'}`;
}
