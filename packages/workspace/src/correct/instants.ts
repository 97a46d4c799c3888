import { createDateFormat } from '../fields/index.ts';

/** Formats in which people write dates. Where both orders fit, the day comes first, as in India. */
const formats = [
  ...['yyyy-MM-dd HH:mm:ss', 'yyyy-MM-dd HH:mm'],
  ...['d/M/yyyy H:mm:ss', 'd/M/yyyy H:mm', 'd/M/yyyy h:mm a', 'd-M-yyyy H:mm:ss', 'd-M-yyyy H:mm'],
  ...['d MMM yyyy H:mm', 'd MMMM yyyy H:mm', 'M/d/yyyy H:mm'],
];

/** What a text may mean as Unix time in milliseconds, likeliest first. */
export function instantsOf(text: string, timeZone: string): number[] {
  if (/^\d{13}$/.test(text)) return [Number(text)];
  // Seconds: as milliseconds they would be in January 1970.
  if (/^\d{10}$/.test(text)) return [Number(text) * 1000];
  const withOffset = /^\d{4}-\d\d-\d\dT[\d:.]+(?:Z|[+-]\d\d:?\d\d)$/i.test(text);
  if (withOffset) return [Date.parse(text)].filter(Number.isFinite);
  // Without an offset, a time is local to the workspace.
  const local = text.replace(/^(\d{4}-\d\d-\d\d)T/i, '$1 ').replace(/(:\d\d)\.\d+$/, '$1');
  for (const format of formats) {
    const instant = createDateFormat(format, timeZone).read(local);
    if (instant !== undefined) return [instant];
  }
  return [];
}
