import * as v from 'valibot';
import { isDateFormat, maxDateFormatLength } from '../../fields/index.ts';
import { invalid } from './messages.ts';

const message = invalid('send a format with day, month and year, such as dd/MM/yyyy HH:mm:ss');

export const dateFormat = v.pipe(
  v.string(message),
  v.maxLength(maxDateFormatLength, `is too long: send at most ${maxDateFormatLength} characters`),
  v.check(isDateFormat, (issue) => {
    const meant = unicodeTokens(issue.input);
    return isDateFormat(meant)
      ? `is invalid (a string): did you mean \`${meant}\`?`
      : message(issue);
  }),
  v.metadata({
    title: 'Date format',
    description:
      'How dates are written: `d` day, `M` month, `yyyy` year, `H` or `h` with `a` hour, `m` minute, `s` second, each once.',
    examples: ['dd/MM/yyyy HH:mm:ss'],
  }),
);

/** Converts the tokens of Moment and Excel, `DD/MM/YYYY`, to those of Unicode. */
function unicodeTokens(pattern: string): string {
  return pattern.replaceAll('D', 'd').replaceAll('Y', 'y').replaceAll('A', 'a');
}
