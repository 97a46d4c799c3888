/** Characters that an editor does not show, or that change how it shows others. */
const hidden = /[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{Cs}\p{Co}]|(?! )\p{Zs}/gu;

/** A TypeScript string literal in single quotes, for any string. */
export function stringLiteral(text: string): string {
  return `'${text.replace(/[\\']/g, '\\$&').replace(hidden, escapeCharacter)}'`;
}

/** The name of a property, in quotes unless it is an ASCII identifier. */
export function propertyName(name: string): string {
  return /^[A-Za-z_$][\w$]*$/.test(name) ? name : stringLiteral(name);
}

/** Text for a documentation comment: on one line, and without the end of a comment or a tag. */
export function commentText(text: string): string {
  return text
    .replace(/\s+/g, ' ')
    .replace(hidden, '')
    .replace(/\*\//g, '*\\/')
    .replace(/[@{}]/g, '\\$&')
    .trim();
}

function escapeCharacter(character: string): string {
  const code = character.codePointAt(0) ?? 0;
  return code > 0xffff ? `\\u{${code.toString(16)}}` : `\\u${code.toString(16).padStart(4, '0')}`;
}
