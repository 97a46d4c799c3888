/** Characters that an editor does not show, or that change how it shows others. */
const hidden = /[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{Cs}\p{Co}]|(?! )\p{Zs}/gu;

/** A string as a literal of TypeScript in single quotes, whatever is in it. */
export function stringLiteral(text: string): string {
  return `'${text.replace(/[\\']/g, '\\$&').replace(hidden, escapeCharacter)}'`;
}

/** The name of a property, in quotes where it is no identifier of ASCII letters. */
export function propertyName(name: string): string {
  return /^[A-Za-z_$][\w$]*$/.test(name) ? name : stringLiteral(name);
}

/** Text for inside a documentation comment: on one line, and neither its end nor a tag in it. */
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
