import { describe, expect, it } from 'vitest';
import { redact } from './redact.ts';

describe('redacts credentials', () => {
  it.each([
    ["curl -H 'Authorization: Bearer abc.DEF-123'", "curl -H 'Authorization: Bearer TOKEN'"],
    ["-H 'Authorization: Basic amFuZTpz'", "-H 'Authorization: Basic TOKEN'"],
    ["-H 'authorization: 8f3a2c'", "-H 'authorization: TOKEN'"],
    ["-H 'Cookie: session=1; other=2' -d '{}'", "-H 'Cookie: TOKEN' -d '{}'"],
    ['headers: { Authorization: `Bearer abcdef` }', 'headers: { Authorization: `Bearer TOKEN` }'],
    ["'X-Api-Key': 'k-123'", "'X-Api-Key': 'TOKEN'"],
    ['curl -u jane:secret https://x', 'curl -u TOKEN https://x'],
    ['curl --oauth2-bearer abc https://x', 'curl --oauth2-bearer TOKEN https://x'],
    ['const t = "eyJhbGciOiJI.eyJzdWIiOi.SflKxw"', 'const t = "TOKEN"'],
  ])('%s', (text, redacted) => {
    expect(redact(text)).toEqual({ text: redacted, count: 1 });
  });
});

it.each([
  "curl -H 'Authorization: Bearer sandbox-async-token'",
  "curl -H 'Authorization: Bearer $TELECRM_SYNC_TOKEN'",
  "curl -H 'Authorization: Bearer <token>'",
  `headers: { Authorization: \`Bearer $\{token}\` }`,
  '{ "fields": { "phone": "919999999999", "notes": "the bearer, of good news" } }',
  redact('Authorization: Bearer abc').text,
])('does not change %s', (text) => {
  expect(redact(text).text).toBe(text);
});
