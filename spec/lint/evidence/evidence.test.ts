/** The spec states exactly what its evidence lists: statements of telecrm's pages, observations and inferences. */
import { globSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { findEvidenceProblems } from './index.ts';
import { readClaims } from './read-claims.ts';
import { readFacts } from './read-facts.ts';
import { copySpec, type SpecCopy, spec } from './testing/copy-spec.ts';

const schema = (name: string) =>
  globSync(`components/schemas/**/${name}.yaml`, { cwd: spec })[0] ?? name;
let copy: SpecCopy;

beforeAll(async () => {
  copy = await copySpec(['async', 'sync', 'components', 'evidence']);
});
afterAll(() => copy[Symbol.asyncDispose]());

/** The problems of a copy of the spec in which one piece of text is replaced. */
const problemsWith = (file: string, from: string | RegExp, to: string): Promise<string[]> =>
  copy.findIn({ file, from, to }, findEvidenceProblems);

it('every statement of the spec has evidence, and all evidence is used', async () => {
  expect(await findEvidenceProblems(spec)).toEqual([]);
});

it.each([
  ...['says', 'keys', 'required', 'enum', 'const', 'type', 'format', 'pattern', 'examples'],
  ...['minimum', 'maximum', 'default', 'minItems', 'maxItems', 'minProperties', 'unknownKeys'],
  ...['name', 'in', 'statuses', 'parameters', 'servers', 'rateLimit', 'value'],
])('`%s` is compared with the evidence', async (keyword) => {
  const keys = (await readClaims(spec)).map(({ key }) => key.slice(key.lastIndexOf('.') + 1));
  expect(keys).toContain(keyword);
});

it('a page that was read completely has the lines of its statements', async () => {
  const completePages = (await readFacts(spec)).filter(({ source }) =>
    /\/concepts\/actions|\/create-or-/.test(source),
  );
  expect(completePages.length).toBeGreaterThan(50);
  for (const { source } of completePages) expect(source).toMatch(/, lines \d/);
});

describe('a change that contradicts the evidence is reported with its source:', () => {
  it.each([
    ['an enum value removed', schema('ActionSource'), '[USER, SYSTEM]', '[USER]'],
    ['an enum value added', schema('PaymentStatus'), 'PROCESSING]', 'PROCESSING, SPLIT]'],
    [
      'a required key dropped',
      schema('CreateTeamMemberRequest'),
      'phone_number, role]',
      'phone_number]',
    ],
    [
      'a property dropped from a response',
      schema('FoundLead'),
      /^ {2}employeeid:\n(?: {4}.*\n)+/m,
      '',
    ],
    ['a limit raised', 'components/parameters/limit.yaml', 'maximum: 100', 'maximum: 500'],
    ['a default changed', 'components/parameters/skip.yaml', 'default: 0', 'default: 1'],
    ['a sentence changed', 'components/parameters/limit.yaml', '1 to 100', '1 to 500'],
    [
      'a message of an error changed',
      'sync/paths/leads/lead_{leadId}.yaml',
      'Cannot modify lead identifier field',
      'The lead identifier cannot be modified',
    ],
    [
      'a code of an error changed',
      'sync/paths/team-members/team-members.yaml',
      'BUY_LICENSE',
      'NO_LICENSE',
    ],
    [
      'a remark of an example changed',
      'sync/paths/leads/lead.yaml',
      'Rating must be between 1 and 5',
      'Rating must be 1 to 5',
    ],
    ['a status removed', 'sync/paths/leads/lead.yaml', /^ {4}"409":\n(?: {6}.*\n)+/m, ''],
    ['the rate limit changed', 'async/openapi.yaml', 'requests: 18000', 'requests: 1800'],
    ['a base URL changed', 'async/openapi.yaml', 'next-api.telecrm', 'api.telecrm'],
    ['a pattern widened', schema('TeamMemberPhone'), '^[0-9]+$', '^[0-9+]+$'],
    ['a mark removed', schema('FoundLead'), / {4}x-evidence: observed\n/, ''],
    [
      'a mark in a sentence removed',
      'components/responses/Unauthorized.yaml',
      /\s+\(observed\)/,
      '',
    ],
  ])('%s', async (_, file, from, to) => {
    const problems = await problemsWith(file, from, to);
    expect(problems).not.toEqual([]);
    for (const problem of problems) expect(problem).toMatch(/^evidence: \w+ \S+: ./);
  });

  it('naming the page and the line that state it', async () => {
    const from = 'REFUNDED, ';
    expect(await problemsWith(schema('PaymentStatus'), from, '')).toEqual([
      'evidence: PaymentStatus enum: “Actions” (/concepts/actions, lines 20) has REFUNDED; it is gone. Restore it, or correct the evidence.',
    ]);
  });

  it('naming the current value', async () => {
    expect(
      await problemsWith(
        'components/parameters/teamMemberLimit.yaml',
        'maximum: 10',
        'maximum: 50',
      ),
    ).toEqual([
      'evidence: teamMemberLimit maximum: “List team members” (/sync-api/team-members/list) has 10; it is 50 now. Restore it, or correct the evidence.',
    ]);
  });

  it('a new sentence, until its source is listed or it is marked', async () => {
    const file = schema('PaymentCurrency');
    const text = 'description: The currency of a payment.';
    const [problem, ...others] = await problemsWith(file, text, `${text} It is INR by default.`);
    expect(others).toEqual([]);
    expect(problem).toContain('PaymentCurrency says: It is INR by default.: this has no source');
  });
});
