import { expect, it } from 'vitest';
import { redact } from '../index.ts';

const token = `${crypto.randomUUID()}1609459200000:${crypto.randomUUID()}`;

it.each([
  ['Bearer s3cret-token', '[token]'],
  [`token=${token}`, 'token=[token]'],
  [`Authorization: Bearer ${token}`, 'Authorization: [token]'],
  ['jane.doe+x@example.co.in', '[email]'],
  ['/team-members/jane.doe%40example.com?x=1', '/team-members/[email]?x=1'],
  ['{"email":"jane@example.com"}', '{"email":"[email]"}'],
  ['called +91 98765 43210 twice', 'called [phone] twice'],
  ['"phone":"919876543210"', '"phone":"[phone]"'],
  ['(phone=98765-43210)', '(phone=[phone])'],
])('%s becomes %s', (text, redacted) => {
  expect(redact(text)).toBe(redacted);
});

it.each(['lead 603d2b2f9b1e8a001c8e4f5c', 'HTTP 404', 'ACTION_1001', '2026-06-01'])(
  '%s stays as it is',
  (text) => {
    expect(redact(text)).toBe(text);
  },
);

it.each([
  ['a long word', 'a'.repeat(100_000)],
  ['digits that end in no phone number', '1- '.repeat(40_000)],
  ['a long word with an address at its end', `${'a.'.repeat(50_000)}@x.com`],
  ['blanks behind a scheme', `Bearer${' '.repeat(100_000)}`],
  ['many schemes', 'Bearer '.repeat(20_000)],
  ['one long number', '9'.repeat(100_000)],
])('%s is processed in linear time', (_, text) => {
  // CPU time, which does not depend on other programs.
  const start = process.cpuUsage();
  redact(text);
  expect(process.cpuUsage(start).user / 1000).toBeLessThan(1000);
});
