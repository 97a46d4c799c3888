import { describe, expect, it } from 'vitest';
import { createMask, maskValue } from './mask.ts';

describe('a token', () => {
  const mask = createMask('a1:b-2');

  it.each([
    ['a1:b-2', '[token]'],
    ['Bearer a1:b-2, please', 'Bearer [token], please'],
    ['token=a1%3Ab-2&x=1', 'token=[token]&x=1'],
    ['"a1:b-2" and (a1:b-2)', '"[token]" and ([token])'],
  ])('is hidden in %s', (text, masked) => {
    expect(mask(text)).toBe(masked);
  });

  it.each(['xa1:b-2', 'a1:b-2x', 'a1:b-23', 'a1:b-2-', 'A1:B-2'])(
    'is not masked inside a longer word: %s',
    (text) => {
      expect(mask(text)).toBe(text);
    },
  );

  it('may contain special characters of regular expressions', () => {
    expect(createMask('a.b*c$(d')('a.b*c$(d axbxc')).toBe('[token] axbxc');
  });
});

describe('a value', () => {
  const mask = createMask('s3cret');

  it('is masked in all strings, including keys', () => {
    const value = { s3cret: ['s3cret', 1, null, { x: 'is s3cret' }], __proto__x: 'secrets3cret' };
    expect(maskValue(value, mask)).toEqual({
      '[token]': ['[token]', 1, null, { x: 'is [token]' }],
      __proto__x: 'secrets3cret',
    });
  });

  it('is cut off where it is nested too deeply', () => {
    const deep = JSON.parse(`${'['.repeat(100_000)}${']'.repeat(100_000)}`);
    expect(JSON.stringify(maskValue(deep, mask))).toContain('[nested too deeply]');
  });
});
