import { expect, it } from 'vitest';
import { bearerToken } from './bearer-token.ts';

it.each([
  ['Bearer sandbox-sync-token', 'sandbox-sync-token'],
  ['bearer sandbox-sync-token', 'sandbox-sync-token'],
  ['Bearer  sandbox-sync-token ', 'sandbox-sync-token'],
  ['sandbox-sync-token', undefined],
  ['Bearer Bearer sandbox-sync-token', undefined],
  ['Basic sandbox-sync-token', undefined],
  ['Bearer', undefined],
  ['', undefined],
  [undefined, undefined],
])('parses the header %j', (header, token) => {
  expect(bearerToken(header)).toBe(token);
});
