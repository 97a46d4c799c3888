import { expect, it, vi } from 'vitest';
import { parseJson } from './json.ts';

it.each([
  [
    '{ "fields": {}, }',
    'expected double-quoted property name at line 1, column 17. Remove the comma before the closing bracket.',
  ],
  ['{\n  "a": "b" "c": 1\n}', "expected ',' or '}' after property value at line 2, column 12."],
  [
    '{ fields: {} }',
    "expected property name or '}' at line 1, column 3. Put every property name in double quotes.",
  ],
  ['hello', "unexpected token 'h'."],
  ['{ "a": hello, "b": "a long text after it" }', "unexpected token 'h'."],
  ['undefined', 'it has a syntax error.'],
  ['', 'unexpected end. Close every quote and bracket.'],
])('says once that %j is not JSON, and where', (text, problem) => {
  expect(parseJson(text)).toEqual({ ok: false, problem: `The body is not JSON: ${problem}` });
});

it.each([
  [
    'JSON.parse: unexpected character at line 1 column 8 of the JSON data',
    'unexpected character at line 1, column 8.',
  ],
  ['JSON Parse error: Unexpected identifier "hello"', 'unexpected identifier "hello".'],
])('reads the message of another browser: %s', (message, problem) => {
  const parse = vi.spyOn(JSON, 'parse').mockImplementation(() => {
    throw new SyntaxError(message);
  });
  const parsed = parseJson('{ "a": hello }');
  parse.mockRestore();
  expect(parsed).toEqual({ ok: false, problem: `The body is not JSON: ${problem}` });
});
