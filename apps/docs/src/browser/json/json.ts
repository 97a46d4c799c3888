/** The value of a JSON text, or why it is none. */
export type ParsedJson = { ok: true; value: unknown } | { ok: false; problem: string };

export function parseJson(text: string): ParsedJson {
  try {
    return { ok: true, value: JSON.parse(text) };
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    return { ok: false, problem: `${reason.replace(/^JSON\.parse: /, '')}${hint(text)}` };
  }
}

/** The mistakes that are made most often by hand. */
function hint(text: string): string {
  if (/,\s*[}\]]/.test(text)) return '. Remove the comma before the closing bracket.';
  if (/[“”]/.test(text)) return '. Replace the curly quotes by straight ones.';
  if (/'[^']*'\s*:/.test(text)) return '. JSON takes double quotes only.';
  return '';
}

export function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
