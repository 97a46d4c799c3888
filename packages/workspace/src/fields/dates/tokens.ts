/** The parts of a date, as written in its text. */
export interface DateParts {
  day: number;
  /** Counted from 1. */
  month: number;
  year: number;
  hour: number;
  minute: number;
  second: number;
}

/** A token of a date format: its text, its meaning, and how it is formatted. */
export interface Token {
  /** The part of the date. A format has each part once. */
  readonly part: keyof DateParts | 'meridiem';
  /** A regular expression without groups. */
  readonly pattern: string;
  parse(text: string): number;
  write(date: DateParts): string;
}

const months = [
  ...['January', 'February', 'March', 'April', 'May', 'June'],
  ...['July', 'August', 'September', 'October', 'November', 'December'],
];

/** The Unicode date tokens that can be parsed back, by their letters. */
export const tokens: Readonly<Record<string, Token>> = {
  ...numbers('day', 'd', ({ day }) => day),
  ...numbers('month', 'M', ({ month }) => month),
  ...numbers('month', 'L', ({ month }) => month),
  ...numbers('hour', 'H', ({ hour }) => hour),
  ...numbers('hour', 'h', ({ hour }) => hour % 12 || 12),
  ...numbers('minute', 'm', ({ minute }) => minute),
  ...numbers('second', 's', ({ second }) => second),
  MMM: names(months.map((month) => month.slice(0, 3))),
  LLL: names(months.map((month) => month.slice(0, 3))),
  MMMM: names(months),
  LLLL: names(months),
  yyyy: {
    part: 'year',
    pattern: '\\d{4}',
    parse: Number,
    write: ({ year }) => String(year).padStart(4, '0'),
  },
  a: {
    part: 'meridiem',
    pattern: 'AM|PM',
    parse: (text) => (text.toUpperCase() === 'PM' ? 12 : 0),
    write: ({ hour }) => (hour < 12 ? 'AM' : 'PM'),
  },
};

/** One letter means an unpadded number, two mean two digits. */
function numbers(
  part: Token['part'],
  letter: string,
  numberOf: (date: DateParts) => number,
): Record<string, Token> {
  const write = (date: DateParts) => String(numberOf(date));
  return {
    [letter]: { part, pattern: '\\d{1,2}', parse: Number, write },
    [letter + letter]: {
      part,
      pattern: '\\d{2}',
      parse: Number,
      write: (date) => write(date).padStart(2, '0'),
    },
  };
}

function names(labels: readonly string[]): Token {
  const lower = labels.map((label) => label.toLowerCase());
  return {
    part: 'month',
    pattern: labels.join('|'),
    parse: (text) => lower.indexOf(text.toLowerCase()) + 1,
    write: ({ month }) => labels[month - 1] ?? '',
  };
}
