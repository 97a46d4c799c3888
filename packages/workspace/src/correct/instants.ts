import type { WorkspaceRules } from '../context/rules.ts';
import { createDateFormat } from '../fields/index.ts';

/** Common formats of dates. If a date fits both orders, the day comes first, as in India. */
const formats = [
  ...['d/M/yyyy H:mm:ss', 'd/M/yyyy H:mm', 'd/M/yyyy h:mm a', 'd-M-yyyy H:mm:ss', 'd-M-yyyy H:mm'],
  ...['d MMM yyyy H:mm', 'd MMMM yyyy H:mm', 'M/d/yyyy H:mm'],
];

/** Possible meanings of a text as Unix time in milliseconds, most likely first. */
export function instantsOf(
  text: string,
  { dates, definition: { timeZone } }: WorkspaceRules,
): number[] {
  if (/^\d{13}$/.test(text)) return [Number(text)];
  // Seconds: interpreted as milliseconds, they would be in January 1970.
  if (/^\d{10}$/.test(text)) return [Number(text) * 1000];
  const iso = dates.readIso(text);
  if (iso !== undefined) return [iso];
  for (const format of formats) {
    const instant = createDateFormat(format, timeZone).read(text);
    if (instant !== undefined) return [instant];
  }
  return [];
}
