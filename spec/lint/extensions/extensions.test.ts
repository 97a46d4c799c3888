import { expect, it } from 'vitest';
import { loadExtensions } from './extensions.ts';

const knownExtensions = loadExtensions();

it.each([...knownExtensions])('%s has a description', (_name, { title, description }) => {
  expect(title).toMatch(/\S/);
  expect(description).toMatch(/\.$/);
});

it('the folder contains the known extensions', () => {
  expect([...knownExtensions.keys()]).toEqual([
    'x-evidence',
    'x-evidence-note',
    'x-pagination',
    'x-rate-limit',
    'x-retry',
    'x-sandbox-token',
    'x-unknown-keys',
    'x-violates',
  ]);
});

const good: [string, unknown][] = [
  ['x-evidence', 'observed'],
  ['x-evidence-note', 'Seen in responses of the live service.'],
  ['x-pagination', { skip: 'skip', limit: 'limit', items: 'actions', when: 'includeActions' }],
  [
    'x-rate-limit',
    {
      requests: 3600,
      seconds: 3600,
      per: 'token',
      'x-evidence': 'observed',
      'x-evidence-note': 'From the notes of one program.',
    },
  ],
  ['x-retry', { repeat: 'harmless-without-actions', why: 'Actions are appended again.' }],
  ['x-sandbox-token', 'sandbox-sync-token'],
  ['x-violates', ['query.limit', 'path.email', 'body', 'body.actions.type']],
];

it.each(good)('%s accepts a valid value', (name, value) => {
  expect(knownExtensions.get(name)?.check(value)).toEqual([]);
});

const bad: [string, unknown, string][] = [
  ['x-evidence', 'guessed', 'it must be equal to one of the allowed values: observed, inferred'],
  ['x-evidence-note', '          ', 'it must match pattern "\\S"'],
  ['x-pagination', { skip: 'skip', limit: 'limit' }, "it must have required property 'items'"],
  [
    'x-rate-limit',
    { requests: 1, seconds: 1, per: 'day' },
    '`per` must be equal to constant: token',
  ],
  [
    'x-rate-limit',
    { requests: 1, seconds: 1, per: 'token', 'x-evidence': 'observed' },
    'it must have property x-evidence-note when property x-evidence is present',
  ],
  ['x-retry', { repeat: 'harmless' }, "it must have required property 'why'"],
  ['x-sandbox-token', 'a-real-token', 'it must match pattern'],
  ['x-violates', [], 'it must NOT have fewer than 1 items'],
  ['x-violates', ['cookie.id'], '`0` must match pattern'],
];

it.each(bad)('%s rejects %j', (name, value, fault) => {
  expect(knownExtensions.get(name)?.check(value)).toEqual([expect.stringContaining(fault)]);
});
