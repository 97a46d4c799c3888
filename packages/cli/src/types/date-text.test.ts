import { expect, it } from 'vitest';
import { dateTextType } from './date-text.ts';

const n = '$' + '{number}';

it.each([
  ['dd/MM/yyyy', `\`${n}/${n}/${n}\``],
  ['dd/MM/yyyy HH:mm', `\`${n}/${n}/${n}\` | \`${n}/${n}/${n} ${n}:${n}\``],
  ['yyyy-MM-dd', `\`${n}-${n}-${n}\``],
  ["d 'of' M, yyyy", `\`${n} of ${n}, ${n}\``],
  ["yyyy'`'MM'$'dd", `\`${n}\\\`${n}\\$${n}\``],
  ['dd MMM yyyy', 'string'],
  ['dd/MM/yyyy hh:mm a', 'string'],
])('%s', (format, type) => {
  expect(dateTextType(format)).toBe(type);
});
