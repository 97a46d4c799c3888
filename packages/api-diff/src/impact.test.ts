import { describe, expect, it } from 'vitest';
import { between, larger } from './impact.ts';

describe('between', () => {
  it.each([
    ['1.2.3', '2.0.0', 'major'],
    ['1.2.3', '1.3.0', 'minor'],
    ['1.2.3', '1.2.4', 'patch'],
    ['1.2.3', '1.2.3', 'none'],
    ['1.2.3', '1.1.9', 'none'],
    ['9.0.0', '10.0.0', 'major'],
    ['1.0.0', '1.1.0-next.0', 'minor'],
  ])('from %s to %s: %s', (older, newer, impact) => {
    expect(between(older, newer)).toBe(impact);
  });
});

it('larger returns the one with the greater impact', () => {
  expect(larger('patch', 'major')).toBe('major');
  expect(larger('minor', 'none')).toBe('minor');
});
