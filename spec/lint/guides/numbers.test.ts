/** Numbers in prose match the spec: a limit that is changed or mistyped is detected everywhere. */
import { fileURLToPath } from 'node:url';
import { apis } from '@telecrm/spec/model';
import { describe, expect, it } from 'vitest';
import { type Guide, readGuides } from '../../build/guides/guide.ts';

const spec = fileURLToPath(new URL('../../', import.meta.url));
const guides = readGuides(spec);
const { async, sync } = apis();
const operations = [...async.operations, ...sync.operations];
const statuses = new Set([
  ...operations.flatMap(({ responses }) => responses.map(({ status }) => status)),
  // A wrong path or method, a response of older addresses, and one of the 5XX.
  ...['405', '204', '500'],
]);

/** Phrases with numbers that are facts of the spec, built from the spec. */
function phrasesOfSpec(): string[] {
  const limits = new Set(
    operations.flatMap(({ parameters }) =>
      parameters.filter(({ name }) => name === 'limit').map(({ schema }) => schema),
    ),
  );
  const rating = sync.resolveSchema(sync.schemas.LeadFields?.properties?.rating ?? {});
  const perHour = (requests = 0, seconds = 1) => (requests * 3600) / seconds;
  const written = (number: number) => number.toLocaleString('en-US');
  const asyncLimit = perHour(async.rateLimit?.requests, async.rateLimit?.seconds);
  const syncLimit = perHour(sync.rateLimit?.requests, sync.rateLimit?.seconds);
  return [
    ...[asyncLimit, syncLimit].flatMap((limit) => [
      `${written(limit)} requests`,
      `${written(limit)} per hour`,
    ]),
    `${written(asyncLimit / 60)} per minute`,
    `${written(asyncLimit / 3600)} per second`,
    `from ${rating.minimum} to ${rating.maximum}`,
    ...[...limits].flatMap(({ minimum, maximum, default: usual }) => [
      `${minimum} to ${maximum}`,
      `at most ${maximum}`,
      `above ${maximum}`,
      `| ${usual} `,
    ]),
    'at most 10, not 100',
    `${sync.operations.length} pages`,
    `| ${sync.operations.length} `,
  ];
}

/** Phrases with numbers that are not facts of the spec. */
const otherPhrases = [
  // Tokens and IDs, which the spec does not describe.
  'up to 3 tokens',
  '3 of each type',
  '3 in all',
  '24 hexadecimal digits',
  '13-digit number',
  'start with 91',
  '“200/201”',
  // The contradicting source, in the list of contradictions.
  '| 17 ',
  '14 types',
  // Time, arithmetic and advice.
  'ISO 8601',
  '1 June',
  '6 January',
  'in 1970',
  'by 1000',
  'greater than 0',
  '10 seconds',
  '3 attempts',
  '1 second',
  '2 seconds',
  'step 4',
  // Numbers of the CLI.
  'Node 22.18',
  'Node 24.18',
  'exits with 1',
];

/** The text of a guide without code, link targets, headings, quotations and the list of messages. */
function proseOf({ markdown }: Guide): string[] {
  return markdown
    .replace(/## Messages of 400 responses[\s\S]*?(?=^## )/m, '')
    .replaceAll(/^```[\s\S]*?^```$/gm, '')
    .replaceAll(/^#.*$/gm, '')
    .replaceAll(/`[^`\n]*`/g, '')
    .replaceAll(/\]\([^)]*\)/g, ']')
    .replaceAll(/“(?!200)[^”]*”/g, '')
    .replaceAll(/^\d+\. /gm, '')
    .split('\n');
}

function unknownNumbers(guide: Guide): string[] {
  const phrases = [...phrasesOfSpec(), ...otherPhrases].sort((a, b) => b.length - a.length);
  return proseOf(guide).flatMap((line) => {
    // The formatter pads the cells of a table.
    const text = line.replaceAll(/ +/g, ' ').replaceAll('**', '');
    const rest = phrases.reduce((left, phrase) => left.replaceAll(phrase, ' '), text);
    const numbers = rest.match(/(?<![\w.])\d[\d,.]*\d|(?<![\w.])\d\b/g) ?? [];
    return numbers
      .filter((number) => !statuses.has(number))
      .map((number) => `guides/${guide.name}.md: ${number} in “${text.trim()}”`);
  });
}

describe('every number in a guide is in the spec or in the list of this test', () => {
  it.each(guides)('$name', (guide) => {
    expect(unknownNumbers(guide)).toEqual([]);
  });

  it('detects a mistyped limit', () => {
    const [guide] = guides.filter(({ name }) => name === 'rate-limits-and-retries');
    if (!guide) throw new Error('no such guide');
    const markdown = guide.markdown.replace('18,000', '1,800');
    expect(unknownNumbers({ ...guide, markdown })).toHaveLength(1);
  });
});

describe('every status in a guide is one that the adjacent operation returns', () => {
  it.each(guides)('$name', ({ markdown }) => {
    for (const line of markdown.split('\n')) {
      const linked = [...line.matchAll(/\(operation:(\w+)\)/g)].map(([, id]) => id);
      const named = line.replaceAll(/`[^`]*`|\]\([^)]*\)/g, '').match(/\b[245]\d\d\b/g) ?? [];
      if (linked.length === 0 || !/^\|/.test(line)) continue;
      const returned = operations
        .filter(({ id }) => linked.includes(id))
        .flatMap(({ responses }) => responses.map(({ status }) => status));
      for (const status of named) expect(returned, line).toContain(status);
    }
  });
});

describe('every description states the limits and the default of its own schema', () => {
  const parameters = operations.flatMap((operation) => operation.parameters);

  it.each(parameters.filter(({ description }) => /\bfrom \d+ to \d+/.test(description)))(
    '$name: $description',
    ({ description, schema }) => {
      expect(description).toContain(`from ${schema.minimum} to ${schema.maximum}`);
    },
  );

  it.each(parameters.filter(({ description }) => /default is/.test(description)))(
    '$name: $description',
    ({ description, schema }) => {
      const [, stated] = description.match(/default is `?(\w+)`?/) ?? [];
      expect(stated).toBe(`${schema.default}`);
    },
  );

  it('of a property, too', () => {
    const properties = Object.values(sync.schemas).flatMap((schema) =>
      Object.values(schema.properties ?? {}),
    );
    const stated = properties.filter(({ description = '' }) => /from \d+ to \d+/.test(description));
    expect(stated.length).toBeGreaterThan(0);
    for (const { description, minimum, maximum } of stated) {
      expect(description).toContain(`from ${minimum} to ${maximum}`);
    }
  });
});
