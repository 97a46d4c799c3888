/** The value of a JSON text, or the reason why it is invalid. */
export type ParsedJson = { ok: true; value: unknown } | { ok: false; problem: string };

/** Parses JSON. The error message contains a fix for common mistakes. */
export function parseJson(text: string): ParsedJson {
  try {
    return { ok: true, value: JSON.parse(text) };
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    return { ok: false, problem: `${reason.replace(/^JSON\.parse: /, '')}${hint(text)}` };
  }
}

/** The fix for a common mistake. */
function hint(text: string): string {
  if (/,\s*[}\]]/.test(text)) return '. Remove the comma before the closing bracket.';
  if (/[“”]/.test(text)) return '. Replace the curly quotes with straight ones.';
  if (/'[^']*'\s*:/.test(text)) return '. JSON allows only double quotes.';
  return '';
}

/** Whether a JSON value is an object. */
export function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
