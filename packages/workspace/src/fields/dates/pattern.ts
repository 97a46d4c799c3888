import { type DateParts, type Token, tokens } from './tokens.ts';

/** A date format, split into tokens and the text between them. */
export type Pattern = readonly (Token | string)[];

/** Splits a date format; `undefined` if it contains letters that are not a token. */
export function parsePattern(format: string): Pattern | undefined {
  const parts: (Token | string)[] = [];
  for (const [text] of format.matchAll(/'[^']*'|([a-z])\1*|[^a-z']+|'/gi)) {
    if (/^[a-z]/i.test(text)) {
      const token = Object.hasOwn(tokens, text) ? tokens[text] : undefined;
      if (token === undefined) return undefined;
      parts.push(token);
    } else parts.push(text.replaceAll("'", ''));
  }
  return parts;
}

/** Whether a pattern has day, month and year, and each part of a date at most once. */
export function isComplete(pattern: Pattern): boolean {
  const parts = pattern.flatMap((token) => (typeof token === 'string' ? [] : [token.part]));
  if (new Set(parts).size < parts.length) return false;
  return (['day', 'month', 'year'] as const).every((part) => parts.includes(part));
}

/** The parser of a pattern: it returns the parts of a date, or `undefined` if a text is not in the format. */
export function createParser(pattern: Pattern): (text: string) => DateParts | undefined {
  const fields = pattern.filter((token) => typeof token !== 'string');
  const sources = pattern.map((token) =>
    typeof token === 'string' ? escapeRegExp(token) : `(${token.pattern})`,
  );
  const whole = new RegExp(`^${sources.join('')}$`, 'i');
  return (text) => {
    const match = whole.exec(text);
    if (match === null) return undefined;
    const values = new Map(
      fields.map((token, index) => [token.part, token.parse(match[index + 1] ?? '')]),
    );
    return validParts(values);
  };
}

function validParts(values: ReadonlyMap<Token['part'], number>): DateParts | undefined {
  const partOf = (part: Token['part']) => values.get(part) ?? 0;
  const [day, month, year] = [partOf('day'), partOf('month'), partOf('year')];
  const [minute, second] = [partOf('minute'), partOf('second')];
  const hour = hourOf(partOf('hour'), values.get('meridiem'));
  const isMidnight = hour === 24 && minute === 0 && second === 0;
  if (month < 1 || month > 12 || day < 1 || day > daysIn(month, year)) return undefined;
  if ((hour > 23 && !isMidnight) || minute > 59 || second > 59) return undefined;
  return { day, month, year, hour, minute, second };
}

/** The hour of the day. On a 12-hour clock, each half begins at 12. */
function hourOf(hour: number, meridiem: number | undefined): number {
  if (meridiem === undefined || hour > 12) return hour;
  return (hour % 12) + meridiem;
}

function daysIn(month: number, year: number): number {
  const isLeap = year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0);
  return [31, isLeap ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31][month - 1] ?? 0;
}

export function write(pattern: Pattern, date: DateParts): string {
  return pattern.map((token) => (typeof token === 'string' ? token : token.write(date))).join('');
}

function escapeRegExp(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\/-]/g, '\\$&');
}
