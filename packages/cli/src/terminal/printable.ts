/** Control and formatting characters, which could move the cursor, change colors or hide text. */
const hidden = /(?![\t\n])[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{Cs}]/gu;

/** Replaces the control characters of a text from a file or a server before it is printed. */
export function printable(text: string): string {
  return text.replace(
    hidden,
    (character) => `\\u{${character.codePointAt(0)?.toString(16).padStart(4, '0')}}`,
  );
}

/** JSON that cannot control a terminal either: `JSON.stringify` escapes only some of these characters. */
export function jsonText(value: unknown): string {
  return JSON.stringify(value).replace(hidden, (character) =>
    Array.from({ length: character.length }, (_, at) => escapeUnit(character.charCodeAt(at))).join(
      '',
    ),
  );
}

function escapeUnit(unit: number): string {
  return `\\u${unit.toString(16).padStart(4, '0')}`;
}
