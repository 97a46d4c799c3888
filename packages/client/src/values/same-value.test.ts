import { describe, expect, it } from 'vitest';
import { isSameValue } from './same-value.ts';

describe('the same value', () => {
  it.each([
    ['text', 'Jane', 'Jane'],
    ['text in other letters', 'fresh', 'Fresh'],
    ['an address with space around it', ' jane@x.com ', 'jane@x.com'],
    ['a phone number with its country code', '98765 43210', '919876543210'],
    ['a phone number with a plus', '+91-98765-43210', '919876543210'],
    ['a phone number with a leading zero', '09876543210', '919876543210'],
    ['a number', 4, 4],
    ['an amount as text', '1000', 1000],
    ['an amount as a number', 1000, '1000'],
    ['labels in another order', ['a', 'B'], ['b', 'A']],
    ['a label that was added to others', ['a'], ['a', 'b']],
    ['a date in the format of the workspace', '01/06/2026 10:30:00', Date.UTC(2026, 5, 1, 5)],
    ['a day', '01/06/2026', Date.UTC(2026, 4, 31, 18, 30)],
    ['milliseconds', 1_780_000_000_000, 1_780_000_000_000],
  ])('%s', (_, sent, stored) => {
    expect(isSameValue(sent, stored)).toBe(true);
  });
});

describe('another value', () => {
  it.each([
    ['none', 'Jane', undefined],
    ['null', 'Jane', null],
    ['another text', 'Jane', 'Joan'],
    ['a part of it', 'Jane Doe', 'Jane'],
    ['another number', 9, 4],
    ['another phone number', '9876543210', '919876543211'],
    ['the end of a short number', '43210', '919876543210'],
    ['a number of another country', '+9876543210', '919876543210'],
    ['a number behind more than a country code', '98765432', '919998765432'],
    ['a label that is missing', ['a', 'c'], ['a', 'b']],
    ['another day', '01/06/2026', Date.UTC(2026, 5, 3)],
    ['a date that is none', 'soon', Date.UTC(2026, 5, 3)],
    ['an empty text', '', 'Jane'],
  ])('%s', (_, sent, stored) => {
    expect(isSameValue(sent, stored)).toBe(false);
  });
});
