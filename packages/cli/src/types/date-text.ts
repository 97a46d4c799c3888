/** Quoted text, a token of Luxon (a letter, repeated or not), or the text between tokens. */
const part = /'(?<quoted>[^']*)'|(?<token>([A-Za-z])\3*)|(?<separator>[^A-Za-z']+)/g;

/** The tokens of Luxon that stand for digits. */
const digits = /^(?:y|yy|yyyy|[MLdHhms]{1,2}|S|SSS)$/;

/**
 * The type of dates in the format of a workspace. ISO 8601 and other formats do not compile.
 *
 * @param format With the tokens of Luxon, `dd/MM/yyyy HH:mm:ss`. Dates without the time also have the type.
 */
export function dateTextType(format: string): string {
  const withoutTime = format.replace(/[\s,T'-]*[Hh].*/, '');
  const whole = templateOf(format);
  const day = templateOf(withoutTime);
  if (whole === undefined || day === undefined) return 'string';
  return whole === day ? whole : `${day} | ${whole}`;
}

const placeholder = ['$', '{number}'].join('');

function templateOf(format: string): string | undefined {
  let template = '';
  for (const { groups = {} } of format.matchAll(part)) {
    const { token, quoted, separator } = groups;
    // Names of months and days have too many forms.
    if (token !== undefined && !digits.test(token)) return undefined;
    template += token === undefined ? escapeText(quoted ?? separator ?? '') : placeholder;
  }
  return `\`${template}\``;
}

function escapeText(text: string): string {
  return text.replace(/[\\`$]/g, '\\$&');
}
