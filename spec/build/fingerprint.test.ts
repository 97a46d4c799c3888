import { describe, expect, it } from 'vitest';
import { fingerprintOf } from './fingerprint.ts';

describe('fingerprintOf', () => {
  it('returns the same twelve hex digits for the same texts', () => {
    expect(fingerprintOf(['a', 'b'])).toMatch(/^[0-9a-f]{12}$/);
    expect(fingerprintOf(['a', 'b'])).toBe(fingerprintOf(['a', 'b']));
  });

  it('changes with any change, even if text is only moved from one bundle to the other', () => {
    const all = [
      ['ab', 'c'],
      ['a', 'bc'],
      ['abc', ''],
      ['c', 'ab'],
    ].map(fingerprintOf);
    expect(new Set(all).size).toBe(4);
  });
});
