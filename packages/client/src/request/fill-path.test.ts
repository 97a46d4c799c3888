import { expect, it } from 'vitest';
import { fillPath } from './fill-path.ts';

it('values are encoded, so that they cannot add a segment, a query or a fragment', () => {
  const path = fillPath('/team-members/{email}/{field}', {
    email: 'a+b@x.com',
    field: 'a/b?c#d%{e}',
  });
  expect(path).toBe('/team-members/a%2Bb%40x.com/a%2Fb%3Fc%23d%25%7Be%7D');
});

it('a value is used literally, even if it is a replacement pattern', () => {
  expect(fillPath('/lead/{leadId}', { leadId: '$&' })).toBe('/lead/%24%26');
});

it('dots are valid as a part of a value', () => {
  expect(fillPath('/lead/{leadId}', { leadId: '...' })).toBe('/lead/...');
});

it.each([undefined, null, '', ' ', '.', '..'])('%j is not a valid value for a path', (leadId) => {
  expect(() => fillPath('/lead/{leadId}', { leadId })).toThrow('leadId is blank');
});
