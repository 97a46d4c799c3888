/** Quoted text, a token of Luxon (a letter, once or more), or the text between them. */
const part = /'(?<quoted>[^']*)'|(?<token>([A-Za-z])\3*)|(?<separator>[^A-Za-z']+)/g;

/** Luxon's tokens that stand for digits. */
const digits = /^(?:y|yy|yyyy|[MLdHhms]{1,2}|S|SSS)$/;

/**
 * The type of dates as a workspace writes them, so that ISO 8601 and other formats do not compile.
 *
 * @param format In Luxon's tokens, `dd/MM/yyyy HH:mm:ss`. Dates without the time are of the type as well.
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
    // Names of months or of days have too many forms.
    if (token !== undefined && !digits.test(token)) return undefined;
    template += token === undefined ? escapeText(quoted ?? separator ?? '') : placeholder;
  }
  return `\`${template}\``;
}

function escapeText(text: string): string {
  return text.replace(/[\\`$]/g, '\\$&');
}
