/** The value of a JSON text, or the reason why it is invalid. */
export type ParsedJson = { ok: true; value: unknown } | { ok: false; problem: string };

/** Parses JSON. The problem is a sentence with the place of the error, and a fix for common mistakes. */
export function parseJson(text: string): ParsedJson {
  try {
    return { ok: true, value: JSON.parse(text) };
  } catch (error) {
    const message = error instanceof Error ? error.message : String(error);
    const problem = `The body is not JSON: ${reasonOf(message)}${placeOf(message)}.${fixOf(message, text)}`;
    return { ok: false, problem };
  }
}

/** The reason in a message of any browser, without the words that only say that the text is not JSON. */
function reasonOf(message: string): string {
  const reason = message
    .replace(/^JSON(\.parse:| Parse error:)\s*/, '')
    .replace(/,?\s*(\.\.\.)?"[\s\S]*is not valid JSON$/, '')
    .replace(/( in JSON)?( at position[\s\S]*| at line \d+ column [\s\S]*)$/, '')
    .replace(/ of JSON input$/, '');
  return reason === '' ? 'it has a syntax error' : reason[0]?.toLowerCase() + reason.slice(1);
}

/** The place in a message, which some messages do not contain. */
function placeOf(message: string): string {
  const [, line, column] = message.match(/line (\d+) column (\d+)/) ?? [];
  return line === undefined ? '' : ` at line ${line}, column ${column}`;
}

/** The fix for a common mistake. */
function fixOf(message: string, text: string): string {
  if (/,\s*[}\]]/.test(text)) return ' Remove the comma before the closing bracket.';
  if (/[“”]/.test(text)) return ' Replace the curly quotes with straight ones.';
  if (/'[^']*'\s*:/.test(text)) return ' JSON allows only double quotes.';
  if (/property name/.test(message)) return ' Put every property name in double quotes.';
  if (/\bend\b|EOF/.test(message)) return ' Close every quote and bracket.';
  return '';
}

/** Whether a JSON value is an object. */
export function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
